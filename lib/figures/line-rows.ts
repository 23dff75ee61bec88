import type { MeasuredSeries } from '@/lib/analysis/measured-series'
import { addDays } from '@/lib/base/dates'
import { navRatio } from '@/lib/metrics/nav-ratio'
import type { LineRows } from './figure'

interface LineRequest {
  series: MeasuredSeries
  /** Trading days of the market up to the as-of date. */
  days: string[]
  measure: LineRows['measure']
  label: string
}

/** The cumulative line of a series since its inception; null when it has no day up to the as-of date. */
export function lineRows({ series, days, measure, label }: LineRequest): LineRows | null {
  const from = days.findIndex((day) => day >= series.inception)
  const firstDay = days[from]
  if (firstDay === undefined) return null
  const { leg, against } = series.primary
  const ratios = navRatio(leg.slice(from), against.slice(from))
  const isExcess = measure === 'cumulative-excess'
  return {
    shape: 'line',
    measure,
    label,
    dates: [addDays(firstDay, -1), ...days.slice(from)],
    values: isExcess ? ratios.map((ratio) => (ratio === null ? null : ratio - 1)) : ratios,
  }
}

/** The last point with a value; null when only the start has one. */
export function lastPoint({ dates, values }: LineRows): { date: string; value: number } | null {
  const position = values.findLastIndex((value) => value !== null)
  const [date, value] = [dates[position], values[position]]
  return position < 1 || date === undefined || value === undefined || value === null ? null : { date, value }
}
