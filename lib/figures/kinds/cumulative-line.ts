import type { SeriesHistory } from '@/lib/analysis/history'
import { lineOver } from '@/lib/analysis/line'
import { addDays } from '@/lib/base/dates'
import type { LineRows } from '@/lib/figures/rows/rows'
import type { FigureKind } from './figure-kind'
import { lastPoint, lineExportTable, lineNote, yearEndTable } from './line-figure'

/** Common definition of the cumulative lines of factors and portfolios. */
export const CUMULATIVE_LINE = {
  figures: 'line',
  layouts: ['line', 'large-line'],
  exportSize: 'broad',
  note: lineNote,
  emptyReason: (rows, { t }) => (lastPoint(rows) === null ? t('figures.gapAtStart') : null),
  table: yearEndTable,
  exportTable: lineExportTable,
} satisfies Partial<FigureKind<LineRows>>

/** Returns the ratio of both legs' NAVs since inception, or that ratio minus 1; null before the first day. */
export function cumulativeLine(
  history: SeriesHistory,
  measure: 'relative-strength' | 'cumulative-excess',
  label: string,
): LineRows | null {
  const { start, end } = history
  const days = history.days.slice(start, end)
  const [firstDay] = days
  if (firstDay === undefined) return null
  const ratios = lineOver(history, { from: start, to: end })
  const isExcess = measure === 'cumulative-excess'
  return {
    shape: 'line',
    measure,
    label,
    dates: [addDays(firstDay, -1)].concat(days),
    values: isExcess ? ratios.map((ratio) => (ratio === null ? null : ratio - 1)) : ratios,
  }
}

/** Returns the formatted figures for the sentence about a line; null for a line without a value. */
export function cumulativeSummary(rows: LineRows, show: (value: number) => string) {
  const last = lastPoint(rows)
  if (last === null) return null
  const { max, min } = extremes(rows, last)
  return {
    from: rows.dates[1] ?? '',
    to: last.date,
    last: show(last.value),
    max: show(max.value),
    maxDate: max.date,
    min: show(min.value),
    minDate: min.date,
  }
}

type Point = NonNullable<ReturnType<typeof lastPoint>>

/** Returns the highest and lowest close, without the base, which is before the first day with returns. */
function extremes({ dates, values }: LineRows, last: Point): { max: Point; min: Point } {
  let [max, min] = [last, last]
  for (let position = 1; position < dates.length; position++) {
    const value = values[position] ?? null
    if (value === null) continue
    if (value > max.value) max = { date: dates[position] as string, value }
    if (value < min.value) min = { date: dates[position] as string, value }
  }
  return { max, min }
}
