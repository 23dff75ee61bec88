import type { PhrasePart } from '@/lib/report/model/report'
import type { RichBlock, RichInline } from '@/lib/texts/rich-text'
import { phraseParts } from './phrase-parts'

type SetInline =
  | ReturnType<typeof phraseParts>[number]
  | { kind: 'emphasis' | 'strong'; parts: SetInline[] }
  | { kind: 'link'; url: string; parts: SetInline[] }
  | { kind: 'break' }

type SetBlock =
  | { kind: 'paragraph'; parts: SetInline[] }
  | { kind: 'list'; start: number | null; items: SetBlock[][] }
  | { kind: 'quote'; blocks: SetBlock[] }

/** Returns a commentary in blocks for the template, which sets every text of it as text, never as markup. */
export function richParts(blocks: readonly RichBlock<PhrasePart>[]): SetBlock[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return { kind: 'paragraph', parts: block.parts.flatMap(inlineParts) }
    if (block.kind === 'quote') return { kind: 'quote', blocks: richParts(block.blocks) }
    return { kind: 'list', start: block.start, items: block.items.map(richParts) }
  })
}

function inlineParts(inline: RichInline<PhrasePart>): SetInline[] {
  if (inline.kind === 'break') return [inline]
  if (!('parts' in inline)) return phraseParts([inline])
  return [{ ...inline, parts: inline.parts.flatMap(inlineParts) }]
}
