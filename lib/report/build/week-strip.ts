import type { Span, TradingWindows } from '@/lib/analysis/trading-windows'
import { addDays, isoWeekOf, mondayOf } from '@/lib/base/dates'
import { signOf } from '@/lib/base/format'
import type { WeekCount } from '@/lib/report/model/report'

/**
 * Returns the number of factors above zero and their average for each of the last `count` ISO weeks, oldest first, the
 * running week last. Includes weeks without trading.
 * @param factors for each factor, its long-short return over a week
 */
export function weekStrip(factors: WeekReturn[], windows: TradingWindows, count: number): WeekCount[] {
  const spans = new Map(windows.weeks.slice(-count).map((span) => [mondayOf(windows.days[span.from] as string), span]))
  const lastMonday = mondayOf(windows.asOf)
  const firstMonday = [...spans.keys()][0] ?? lastMonday
  return Array.from({ length: count }, (_, index) => addDays(lastMonday, 7 * (index + 1 - count)))
    .filter((monday) => monday >= firstMonday)
    .map((monday) => weekCount(monday, spans.get(monday), factors, windows))
}

/** Returns a decimal fraction; null when a day of the week is missing. */
export type WeekReturn = (week: Span) => number | null

function weekCount(monday: string, span: Span | undefined, factors: WeekReturn[], windows: TradingWindows): WeekCount {
  const { year, week } = isoWeekOf(monday)
  const spreads = span ? factors.map((over) => over(span)) : []
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
