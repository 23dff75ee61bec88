import type { Convention } from '@/lib/base/convention'
import { type Histogram, histogram } from '@/lib/metrics/histogram'
import { percentileRank } from '@/lib/metrics/percentile-rank'
import type { SeriesHistory } from './history'
import { valuesOf } from './statistics'
import type { Span } from './trading-windows'

/** How the weekly returns of a period are spread, and where its last week stands among them. */
export interface WeeklyDistribution {
  histogram: Histogram
  /** Weeks with a value. */
  count: number
  /** The last week of the period; null where it has no value. */
  last: { value: number; end: string; bin: number } | null
  /** Share of the earlier weeks below it, ties counted half; null with fewer than 52 of them. */
  percentile: number | null
}

/** null when there are fewer than two weeks with a value, or all are the same. */
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

/** The bin that holds a value, by the bins' edges; noise of floating point on an edge is none. */
function binOf({ from, width }: Histogram, value: number): number {
  return Math.floor(Number(((value - from) / width).toPrecision(12)))
}
