import { signOf } from '@/lib/base/format'
import type { ComparedRow } from '@/lib/report/model/report'
import { PhraseBook } from '@/lib/report/text/phrase'
import { type Candidate, type KeyPointInput, rarityOf, tailOf } from './candidate'

/** A week against the year has a sentence when at most this share of weeks was as far out. */
const MAX_TURN_SHARE = 0.2

/** Returns weeks of factors that went clearly against the year so far, and perhaps against the month. */
export function turns(input: KeyPointInput): Candidate[] {
  return input.factors.flatMap((row) => turn(row, input))
}

function turn(row: ComparedRow, { t, labels }: KeyPointInput): Candidate[] {
  const { week, month, year } = row.primary
  const side = signOf(week.value)
  if (side !== 'up' && side !== 'down') return []
  const against = side === 'up' ? 'down' : 'up'
  const share = tailOf(week.percentile, side)
  if (signOf(year.value) !== against || share === null || share > MAX_TURN_SHARE) return []
  const book = new PhraseBook()
  const text = t('keyPoints.turn', {
    name: book.name(row),
    week: book.figure(week),
    year: labels.year,
    yearValue: book.figure(year),
    hasMonth: signOf(month.value) === against ? 'yes' : 'no',
    month: labels.month,
    monthValue: book.figure(month),
  })
  const label = t('keyPoints.label-turn')
  return [
    { topic: 'factors', isClause: true, label, text: book.phrase(text), rarity: rarityOf(share), subjects: [row.code] },
  ]
}
