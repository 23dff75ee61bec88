import { signOf } from '@/lib/base/format'
import { signedStreaks } from '@/lib/metrics/returns/signed-streaks'
import type { ComparedRow } from '@/lib/report/model/report'
import { PhraseBook } from '@/lib/report/text/phrase'
import { type Candidate, type KeyPointInput, rarityOf, shareOf } from './candidate'
import { counted } from './point-texts'

/** Minimum number of weeks in a row for a sentence. */
const MIN_STREAK_WEEKS = 4

/** Returns rows with a gain, or a loss, in many weeks in a row. */
export function streaks(input: KeyPointInput): Candidate[] {
  return [...input.factors, ...input.portfolios].flatMap((row) => streak(row, input))
}

function streak(row: ComparedRow, input: KeyPointInput): Candidate[] {
  const { t, past, leastPast } = input
  const length = row.standing.streak
  const isFlat = signOf(row.primary.week.value) === 'flat'
  if (length === null || Math.abs(length) < MIN_STREAK_WEEKS || isFlat) return []
  const spreads = past.get(row.code)?.spreads ?? []
  const share = shareOf(signedStreaks(spreads), leastPast, (earlier) => earlier * Math.sign(length) >= Math.abs(length))
  const book = new PhraseBook()
  const text = t('keyPoints.streak', {
    side: length > 0 ? 'up' : 'down',
    name: book.name(row),
    weeks: counted(book, Math.abs(length), `streak:${row.code}`, input),
    week: book.figure(row.primary.week),
  })
  const topic = row.longExcess ? 'factors' : 'portfolioEvents'
  const label = t('keyPoints.label-streak')
  return [{ topic, isClause: true, label, text: book.phrase(text), rarity: rarityOf(share), subjects: [row.code] }]
}
