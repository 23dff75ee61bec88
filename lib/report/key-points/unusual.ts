import { PhraseBook } from '@/lib/report/text/phrase'
import { type Candidate, hasOwnMonth, type KeyPointInput, rarityOf, tailOf } from './candidate'
import { groupTexts, unusualCells } from './unusual-cells'

/** Names the figures of month and year to date that the tables mark as unusual. */
export function unusual(input: KeyPointInput): Candidate[] {
  const { t } = input
  const windows = hasOwnMonth(input) ? (['month', 'year'] as const) : (['year'] as const)
  const groups = windows.map((window) => unusualCells(window, input)).filter((cells) => cells.length > 0)
  if (groups.length === 0) return []
  const book = new PhraseBook()
  const texts = groups.map((cells) => groupTexts(book, cells, input))
  const shares = groups.flat().map(({ cell, side }) => tailOf(cell.percentile, side === 'high' ? 'up' : 'down'))
  return [
    {
      topic: 'unusual',
      label: t('keyPoints.label-unusual'),
      text: book.phrase(t('keyPoints.unusual', { groups: texts.join(t('keyPoints.semicolon')) })),
      rarity: Math.max(...shares.map(rarityOf)),
      subjects: [],
    },
  ]
}
