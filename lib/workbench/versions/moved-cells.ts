/** Finds published figures that a restatement moved: cells of the two tables whose printed value differs. */

import { z } from 'zod'
import { spreadOver } from '@/lib/analysis/measure'
import type { LegPair, MeasuredSeries } from '@/lib/analysis/measured-series'
import { type Span, type TradingWindows, tradingWindows } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import { lastDaysOfWeeks, mondayOf, yearOf } from '@/lib/base/dates'
import { formatPercent, formatWinRate } from '@/lib/base/format'
import { winRate } from '@/lib/metrics/returns/win-rate'

const MEASURES = ['longShort', 'longExcess', 'excess'] as const
const COLUMNS = ['week', 'month', 'year', 'wins'] as const

/** A cell of the summary of one week, as it was printed before and after. */
export type MovedCell = z.infer<typeof movedCell>

export const movedCell = z.object({
  /** Last trading day of the week. */
  asOf: z.iso.date(),
  code: z.string(),
  measure: z.enum(MEASURES),
  column: z.enum(COLUMNS),
  before: z.string(),
  after: z.string(),
})

/** A series before and after a load. */
interface Restated {
  before: MeasuredSeries
  after: MeasuredSeries
}

interface Request {
  /** Trading days of the market up to the last one that had been published, ascending. */
  days: string[]
  /** The series that may have changed, aligned with given days. */
  seriesOn(days: string[]): Restated[]
  convention: Convention
}

/**
 * Returns the cells that moved in any week from the first changed day to the end of the last one's year: later weeks do
 * not contain a changed day. Weeks oldest first, series in the order given.
 */
export function movedCells({ days, seriesOn, convention }: Request): MovedCell[] {
  const changed = changedSpan(days, seriesOn(days))
  return changed === null ? [] : movedWithin(changed, { days, seriesOn, convention })
}

/** Returns the first and last day on which any leg differs. */
function changedSpan(days: string[], series: Restated[]): { first: string; last: string } | null {
  const legs = series.flatMap(({ before, after }) => legsOf(before).map((leg, column) => [leg, legsOf(after)[column]]))
  const differing = days.filter((_, index) => legs.some(([was, is]) => was?.[index] !== is?.[index]))
  const [first, last] = [differing[0], differing.at(-1)]
  return first === undefined || last === undefined ? null : { first, last }
}

function legsOf({ primary, excess }: MeasuredSeries) {
  return [primary.leg, primary.against, ...(excess ? [excess.against] : [])]
}

function movedWithin(changed: { first: string; last: string }, { days, seriesOn, convention }: Request): MovedCell[] {
  const firstMonday = mondayOf(changed.first)
  const reported = lastDaysOfWeeks(days).filter((day) => mondayOf(day) >= firstMonday)
  const lastYear = yearOf(reported.find((day) => day >= changed.last) ?? changed.last)
  const years = new Set(reported.map(yearOf).filter((year) => year <= lastYear))
  return [...years].flatMap((year) => {
    // The first week of a year may begin in the year before; all of it counts.
    const own = days.filter((day) => day >= mondayOf(`${year}-01-01`) && yearOf(day) <= year)
    const series = seriesOn(own)
    const ends = reported.filter((day) => yearOf(day) === year)
    return ends.flatMap((asOf) => {
      const windows = tradingWindows(own.filter((day) => day <= asOf))
      return series.flatMap(({ before, after }) => movedInWeek(before, after, windows, convention))
    })
  })
}

function movedInWeek(
  before: MeasuredSeries,
  after: MeasuredSeries,
  windows: TradingWindows,
  convention: Convention,
): MovedCell[] {
  const { asOf, monthsOfYear, weeksOfYear } = windows
  const isFactor = after.excess !== null
  const periods = isFactor ? monthsOfYear : weeksOfYear
  const pairs: [MovedCell['measure'], LegPair | null, LegPair | null][] = [
    [isFactor ? 'longShort' : 'excess', before.primary, after.primary],
    ['longExcess', before.excess, after.excess],
  ]
  return pairs.flatMap(([measure, old, now]) => {
    if (!old || !now) return []
    const [printedBefore, printedAfter] = [old, now].map((pair) => printed(pair, windows, periods, convention))
    return COLUMNS.flatMap((column) => {
      const [was, is] = [printedBefore?.[column], printedAfter?.[column]]
      if (was === undefined || is === undefined || was === is) return []
      return [{ asOf, code: after.code, measure, column, before: was, after: is }]
    })
  })
}

function printed(pair: LegPair, windows: TradingWindows, periods: Span[], convention: Convention) {
  const over = (span: Span) => spreadOver(pair, span, convention)
  return {
    week: formatPercent(over(windows.week)),
    month: formatPercent(over(windows.month)),
    year: formatPercent(over(windows.year)),
    wins: formatWinRate(winRate(periods.map(over))),
  }
}
