import { signOf, wholePercent } from '@/lib/base/format'
import type { SummaryRow } from '@/lib/report/model/report'
import { PhraseBook } from '@/lib/report/text/phrase'
import { type Candidate, type KeyPointInput, rarityOf, shareOf } from './candidate'
import { counted } from './point-texts'

/** Minimum number of weeks below the last peak for a sentence about a new one. */
const MIN_WEEKS_BELOW_PEAK = 4
/** A drawdown has a sentence when at most this share of weeks had a deeper one. */
const MAX_DEEPER_SHARE = 0.1
/** A smaller share is printed as "less than" this one. */
const SMALLEST_PRINTED = 0.01

/** Returns new highs of the NAV ratio after weeks below the last one, and drawdowns that were rarely deeper. */
export function peaks(input: KeyPointInput): Candidate[] {
  return [...input.factors, ...input.portfolios].flatMap((row) => [...newHigh(row, input), ...deepDrawdown(row, input)])
}

function newHigh(row: SummaryRow, input: KeyPointInput): Candidate[] {
  const { t } = input
  const past = input.past.get(row.code)?.drawdowns ?? []
  const weeksUnder = past.length - 1 - past.findLastIndex((drawdown) => drawdown === null || drawdown === 0)
  if (row.standing.drawdown.value !== 0 || weeksUnder < MIN_WEEKS_BELOW_PEAK) return []
  const share = shareOf(highsAfter(past, weeksUnder), (isNewHigh) => isNewHigh)
  const book = new PhraseBook()
  const text = t('keyPoints.high', {
    kind: row.longExcess ? 'factor' : 'portfolio',
    name: book.name(row),
    weeks: counted(book, weeksUnder + 1, `sinceHigh:${row.code}`, input),
    week: book.figure(row.primary.week),
  })
  return [{ label: t('keyPoints.label-high'), text: book.phrase(text), rarity: rarityOf(share), subjects: [row.code] }]
}

/** Returns for each week: did a new high end at least so many weeks below the last one? */
function highsAfter(past: (number | null)[], weeksUnder: number): (boolean | null)[] {
  let under = 0
  return past.map((drawdown) => {
    if (drawdown === null) return null
    const isNewHigh = drawdown === 0 && under >= weeksUnder
    under = drawdown === 0 ? 0 : under + 1
    return isNewHigh
  })
}

function deepDrawdown(row: SummaryRow, { t, past }: KeyPointInput): Candidate[] {
  const { drawdown } = row.standing
  const { week } = row.primary
  const depth = drawdown.value
  if (depth === null || signOf(depth) !== 'down' || signOf(week.value) !== 'down') return []
  const share = shareOf(past.get(row.code)?.drawdowns ?? [], (earlier) => earlier < depth)
  if (share === null || share > MAX_DEEPER_SHARE) return []
  const book = new PhraseBook()
  const text = t('keyPoints.drawdown', {
    kind: row.longExcess ? 'factor' : 'portfolio',
    name: book.name(row),
    week: book.figure(week),
    depth: book.size(drawdown),
    depthIs: share === 0 ? 'deepest' : share < SMALLEST_PRINTED ? 'rarest' : 'seldom',
    percent: book.fact(`${wholePercent(Math.max(share, SMALLEST_PRINTED))}%`, `deeper:${row.code}`, drawdown.id),
  })
  return [
    { label: t('keyPoints.label-drawdown'), text: book.phrase(text), rarity: rarityOf(share), subjects: [row.code] },
  ]
}
