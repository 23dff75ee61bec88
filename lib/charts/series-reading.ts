import { formatPercent } from '@/lib/format'
import { drawdowns } from '@/lib/metrics/drawdown'
import type { SeriesRows } from '@/lib/report/figure'
import { valueText } from './series-plot'

/** In the reader's language. */
export interface ReadingWords {
  comma: string
  /** Says what a selection is, with FROM and TO in place of its days. */
  selected: string
}

/** Positions among a chart's dates: from the close of `start` to the close of `end`. */
export interface Selection {
  start: number
  end: number
  /** First and last trading day in it, ISO dates. */
  from: string
  to: string
}

/** The days between two places of a hand, in either order; null when they are the same. */
export function selectionOf({ dates }: SeriesRows, a: number, b: number): Selection | null {
  const [start, end] = a < b ? [a, b] : [b, a]
  const [from, to] = [dates[start + 1], dates[end]]
  return start < end && from !== undefined && to !== undefined ? { start, end, from, to } : null
}

/** The page's address for a period. @param address holds FROM and TO in place of dates */
export function periodAddress(address: string, { from, to }: Selection): string {
  return address.replace('FROM', from).replace('TO', to)
}

/** What stands under a hand: each line on a day, or over a selection the period's returns and the deepest fall of the main line. */
export function readingOf(rows: SeriesRows, at: number, selection: Selection | null, words: ReadingWords): string {
  const { dates, lines, unit, drawdown } = rows
  const { comma } = words
  if (selection === null) {
    const values = lines.map(({ label, values: of }) => `${label} ${valueText(of[at] ?? null, unit)}`)
    const fall = drawdown ? [`${drawdown.label} ${formatPercent(drawdown.values[at] ?? null)}%`] : []
    return [dates[at] ?? '', ...values, ...fall].join(comma)
  }
  const { start, end, from, to } = selection
  const grown = lines.map(({ label, values }) => `${label} ${formatPercent(growth(values, start, end, unit))}%`)
  const fall = drawdown ? [`${drawdown.label} ${formatPercent(deepest(lines[0]?.values ?? [], start, end))}%`] : []
  return [words.selected.replace('FROM', from).replace('TO', to), ...grown, ...fall].join(comma)
}

/** Return from close to close, a decimal fraction; of a running sum the difference. */
function growth(values: readonly (number | null)[], start: number, end: number, unit: SeriesRows['unit']) {
  const [before, after] = [values[start] ?? null, values[end] ?? null]
  if (before === null || after === null) return null
  return unit === 'fraction' ? after - before : after / before - 1
}

/** Null with a day missing. */
function deepest(values: readonly (number | null)[], start: number, end: number): number | null {
  const falls = drawdowns(values.slice(start, end + 1))
  return falls.includes(null) ? null : Math.min(...falls.filter((fall) => fall !== null))
}
