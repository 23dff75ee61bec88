import type { PhrasePart } from '@/lib/report/model/report'
import type { RichBlock, RichInline } from '@/lib/texts/rich-text'
import { partText } from './phrase'

/** Returns a commentary as plain text: paragraphs with an empty line between them, items with their number or a bullet. */
export function richText(blocks: readonly RichBlock<PhrasePart>[]): string {
  return blocks.map(blockText).join('\n\n')
}

function blockText(block: RichBlock<PhrasePart>): string {
  if (block.kind === 'paragraph') return block.parts.map(inlineText).join('')
  if (block.kind === 'quote') return indented(richText(block.blocks), '> ', '> ')
  const { start, items } = block
  return items
    .map((item, index) => {
      const mark = start === null ? '• ' : `${start + index}. `
      return indented(item.map(blockText).join('\n'), mark, ' '.repeat(mark.length))
    })
    .join('\n')
}

function inlineText(inline: RichInline<PhrasePart>): string {
  if (inline.kind === 'break') return '\n'
  if (!('parts' in inline)) return partText(inline)
  const text = inline.parts.map(inlineText).join('')
  return inline.kind === 'link' && inline.url !== text ? `${text} (${inline.url})` : text
}

/** Puts one text before the first line and another one before those that follow. */
function indented(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : others}${line}`)
    .join('\n')
}
