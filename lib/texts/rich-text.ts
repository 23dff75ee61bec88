/** Text of a commentary in paragraphs, lists and quotes, over the parts that its lines are made of. */

export type RichInline<Part> =
  | Part
  | { kind: 'emphasis' | 'strong'; parts: RichInline<Part>[] }
  /** An address of https: or mailto:. */
  | { kind: 'link'; url: string; parts: RichInline<Part>[] }
  | { kind: 'break' }

export type RichBlock<Part> =
  | { kind: 'paragraph'; parts: RichInline<Part>[] }
  /** `start` is the number of the first item of an ordered list; null for bullets. */
  | { kind: 'list'; start: number | null; items: RichBlock<Part>[][] }
  | { kind: 'quote'; blocks: RichBlock<Part>[] }
