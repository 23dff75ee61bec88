import type { Convention } from '@/lib/base/convention'
import { positionFrom, yearsBefore } from '@/lib/base/dates'
import { signedStreak } from '@/lib/metrics/returns/signed-streak'
import { currentDrawdown } from '@/lib/metrics/risk/current-drawdown'
import { zScore } from '@/lib/metrics/statistics/z-score'
import type { Cell, Standing } from './cell'
import { lineOver } from './line'
import { historicalCell, toDate, weekSpreads } from './measure'
import type { MeasuredSeries } from './measured-series'
import type { TradingWindows } from './trading-windows'

interface StandingRequest {
  /** `<series>.<measure>`, the beginning of the cells' ids. */
  id: string
  series: MeasuredSeries
  windows: TradingWindows
  convention: Convention
}

/** Compares a row's week with the week before, its own past and longer windows. `withRanks` adds the ranks later. */
export function standing({ id, series, windows, convention }: StandingRequest): Standing {
  const { primary } = series
  return {
    ...weekStanding(id, weekSpreads(primary, windows, convention), windows),
    quarter: toDate(`${id}.quarter`, primary, windows.quarter, convention),
    oneYear: windows.oneYear
      ? toDate(`${id}.oneYear`, primary, windows.oneYear, convention)
      : unranked(`${id}.oneYear`, null),
    drawdown: unranked(`${id}.drawdown`, drawdownOf(series, windows)),
  }
}

/** The part of a standing that needs only the weeks. */
type WeekStanding = Omit<Standing, 'quarter' | 'oneYear' | 'drawdown'>

/**
 * Compares a week with the week before and its own past.
 * @param weeks window figure of every week, oldest first, the running one last; null where a week has no value
 */
export function weekStanding(id: string, weeks: readonly (number | null)[], windows: TradingWindows): WeekStanding {
  const week = weeks.at(-1) ?? null
  const lastWeek = weeks.at(-2) ?? null
  const { cells, leastPast } = windows.terms
  const change = week === null || lastWeek === null ? null : week - lastWeek
  return {
    lastWeek: historicalCell(`${id}.${cells.lastWeek}`, lastWeek, weeks.slice(0, -2), leastPast),
    change: unranked(`${id}.change`, change),
    zScore: zScore(week, weeks.slice(comparedFrom(windows), -1), leastPast),
    streak: signedStreak(weeks),
    rank: null,
    lastRank: null,
  }
}

/** Returns the position of the first week that ends within the compared years. */
function comparedFrom(windows: TradingWindows): number {
  const { weeks, days, asOf } = windows
  const known = knownFrom.get(windows)
  if (known !== undefined) return known
  const since = yearsBefore(asOf, windows.terms.comparedYears)
  const from = weeks.findIndex(({ to }) => (days[to - 1] ?? '') > since)
  knownFrom.set(windows, from)
  return from
}

/** Caches that position: every row of a report needs it. */
const knownFrom = new WeakMap<TradingWindows, number>()

/** Returns the drawdown of the NAV ratio since inception, at the as-of date. */
function drawdownOf({ primary, inception }: MeasuredSeries, { days }: TradingWindows): number | null {
  const from = positionFrom(days, inception)
  if (from === days.length) return null
  return currentDrawdown(lineOver(primary, { from, to: days.length }))?.depth ?? null
}

/** Returns a figure without a percentile. */
function unranked(id: string, value: number | null): Cell {
  return { id, value, percentile: null }
}
