import type { SeriesHistory } from '@/lib/analysis/history'
import type { Span } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import { type Histogram, histogram } from '@/lib/metrics/statistics/histogram'
import { percentileRank } from '@/lib/metrics/statistics/percentile-rank'
import { valuesOf } from './statistics'

/** Distribution of the weekly returns of a period, and the position of its last week. */
export interface WeeklyDistribution {
  histogram: Histogram
  /** Weeks with a value. */
  count: number
  /** The last week of the period; null where it has no value. */
  last: { value: number; end: string; bin: number } | null
  /** Share of the earlier weeks below it, ties counted half; null with fewer than 52 of them. */
  percentile: number | null
}

/** Returns the distribution; null with fewer than two weeks with a value, or when all are equal. */
export function weeklyDistribution(
  history: SeriesHistory,
  span: Span,
  convention: Convention,
): WeeklyDistribution | null {
  const weeks = valuesOf(history, span, 'week', convention)
  const values = weeks.map(({ value }) => value)
  const found = histogram(values)
  const [last, before] = [weeks.at(-1), values.slice(0, -1)]
  if (!found || !last) return null
  return {
    histogram: found,
    count: values.filter((value) => value !== null).length,
    last: last.value === null ? null : { value: last.value, end: last.end, bin: binOf(found, last.value) },
    percentile: percentileRank(last.value, before),
  }
}

/** Returns the bin of a value by the bins' edges; ignores rounding errors at an edge. */
function binOf({ from, width }: Histogram, value: number): number {
  return Math.floor(Number(((value - from) / width).toPrecision(12)))
}
