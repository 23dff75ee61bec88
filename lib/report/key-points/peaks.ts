import type { LineHistory } from '@/lib/analysis/line-history'
import { formatPercentSize, signOf, wholePercent } from '@/lib/base/format'
import type { SummaryRow } from '@/lib/report/model/report'
import { PhraseBook } from '@/lib/report/text/phrase'
import { recordLow } from '@/lib/report/text/record-low'
import { type Candidate, type KeyPointInput, rarityOf, shareOf } from './candidate'
import { counted } from './point-texts'

/** A new high has a sentence when it is the first in at least this many weeks. */
const MIN_WEEKS_SINCE_PEAK = 5
/** A drawdown has a sentence when it was deeper on at most this share of days. */
const MAX_DEEPER_SHARE = 0.1
/** A smaller share is printed as "less than" this one. */
const SMALLEST_PRINTED = 0.01

/**
 * Returns new highs of the NAV ratio after weeks below the last one, and drawdowns that were rarely deeper.
 * @param rows those whose daily line is known
 */
export function peaks(rows: readonly SummaryRow[], input: KeyPointInput): Candidate[] {
  return rows.flatMap((row) => [...newHigh(row, input), ...deepDrawdown(row, input)])
}

function newHigh(row: SummaryRow, input: KeyPointInput): Candidate[] {
  const { t } = input
  const line = input.past.get(row.code)?.line
  const high = line?.weeks.at(-1)?.newHigh
  if (!line || !high || high.weeksSincePeak < MIN_WEEKS_SINCE_PEAK) return []
  const { weeksSincePeak: weeks } = high
  const share = shareOf(
    line.weeks.slice(0, -1),
    input.leastPast,
    (week) => (week.newHigh?.weeksSincePeak ?? 0) >= weeks,
  )
  const book = new PhraseBook()
  const text = t('keyPoints.high', {
    kind: row.longExcess ? 'factor' : 'portfolio',
    name: book.name(row),
    isLastDay: high.day === line.lastDay ? 'yes' : 'no',
    day: book.fact(high.day, `highDay:${row.code}`, row.standing.drawdown.id),
    isFirst: high.isFirst ? 'yes' : 'no',
    weeks: counted(book, weeks, `sinceHigh:${row.code}`, input),
    week: book.figure(row.primary.week),
  })
  const topic = row.longExcess ? 'records' : 'portfolioEvents'
  const label = t('keyPoints.label-high')
  return [{ topic, isClause: true, label, text: book.phrase(text), rarity: rarityOf(share), subjects: [row.code] }]
}

function deepDrawdown(row: SummaryRow, { t, past, leastPast }: KeyPointInput): Candidate[] {
  const { drawdown } = row.standing
  const line = past.get(row.code)?.line
  if (!line || drawdown.value === null) return []
  const record = recordLow(line, leastPast)
  const share = record ? 0 : deeperShare(line, leastPast)
  const isReported = record !== null || (signOf(drawdown.value) === 'down' && signOf(row.primary.week.value) === 'down')
  if (!isReported || share === null || share > MAX_DEEPER_SHARE) return []
  const book = new PhraseBook()
  const isLastDay = record?.day === line.lastDay
  const text = t('keyPoints.drawdown', {
    kind: row.longExcess ? 'factor' : 'portfolio',
    name: book.name(row),
    week: book.figure(row.primary.week),
    depth: book.size(drawdown),
    depthIs: record ? (isLastDay ? 'deepest' : 'earlier') : share < SMALLEST_PRINTED ? 'rarest' : 'seldom',
    day: book.fact(record?.day ?? '', `recordLowDay:${row.code}`, drawdown.id),
    low: book.fact(formatPercentSize(record?.drawdown ?? null), `recordLow:${row.code}`, drawdown.id),
    percent: book.fact(`${wholePercent(Math.max(share, SMALLEST_PRINTED))}%`, `deeper:${row.code}`, drawdown.id),
  })
  const topic = row.longExcess ? (record ? 'records' : 'factors') : 'portfolioEvents'
  const label = t('keyPoints.label-drawdown')
  return [{ topic, isClause: true, label, text: book.phrase(text), rarity: rarityOf(share), subjects: [row.code] }]
}

/** Returns the share of the days before the last one with a deeper drawdown; null when the history is too short. */
function deeperShare({ drawdowns, weeks }: LineHistory, leastPast: number): number | null {
  const last = drawdowns.at(-1)
  if (last === undefined || weeks.length - 1 < leastPast) return null
  return drawdowns.filter((drawdown) => drawdown < last).length / (drawdowns.length - 1)
}
