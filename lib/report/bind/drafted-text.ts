import type { Phrase, PhrasePart } from '@/lib/report/model/report'

/**
 * Writes a phrase in the form in which a desk writes: figures and names as marks, so that they stay bound to their cells.
 * @example draftedText(report.keyPoints[0].text) // '{name:skewness} {skewness.longShort.week}, …'
 */
export function draftedText(phrase: Phrase): string {
  return phrase.map(written).join('')
}

function written(part: PhrasePart): string {
  if (part.kind === 'name') return `{name:${part.code}}`
  if (part.kind === 'figure') return part.form === 'size' ? `{${part.cell}|size}` : `{${part.cell}}`
  // Counts in words begin a sentence or not, so they are written out; all others are of a cell, or a share.
  const isBound = part.kind === 'fact' && (part.cell !== null || part.text.includes('%'))
  return isBound ? `{fact:${part.of}}` : part.text
}
