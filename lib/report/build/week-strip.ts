import { spreadOver } from '@/lib/analysis/measure'
import type { MeasuredSeries } from '@/lib/analysis/measured-series'
import type { Span, TradingWindows } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import { addDays, isoWeekOf, mondayOf } from '@/lib/base/dates'
import { signOf } from '@/lib/base/format'
import type { WeekCount } from '@/lib/report/model/report'

/**
 * Returns the number of factors above zero and their average for each of the last `count` ISO weeks, oldest first, the
 * running week last. Includes weeks without trading.
 */
export function weekStrip(
  factors: MeasuredSeries[],
  windows: TradingWindows,
  convention: Convention,
  count: number,
): WeekCount[] {
  const spans = new Map(windows.weeks.slice(-count).map((span) => [mondayOf(windows.days[span.from] as string), span]))
  const lastMonday = mondayOf(windows.asOf)
  const firstMonday = [...spans.keys()][0] ?? lastMonday
  return Array.from({ length: count }, (_, index) => addDays(lastMonday, 7 * (index + 1 - count)))
    .filter((monday) => monday >= firstMonday)
    .map((monday) => weekCount(monday, spans.get(monday), factors, windows, convention))
}

function weekCount(
  monday: string,
  span: Span | undefined,
  factors: MeasuredSeries[],
  windows: TradingWindows,
  convention: Convention,
): WeekCount {
  const { year, week } = isoWeekOf(monday)
  const spreads = span ? factors.map(({ primary }) => spreadOver(primary, span, convention)) : []
  const known = spreads.filter((value) => value !== null)
  return {
    isoYear: year,
    isoWeek: week,
    monday,
    asOf: span ? (windows.days[span.to - 1] ?? null) : null,
    up: spreads.filter((value) => signOf(value) === 'up').length,
    known: known.length,
    average: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length,
  }
}
