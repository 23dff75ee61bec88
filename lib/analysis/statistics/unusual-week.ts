import type { SeriesHistory } from '@/lib/analysis/history'
import { spreadOver } from '@/lib/analysis/measure'
import { periodBetween } from '@/lib/analysis/periods'
import { tradingWindows } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import { rollingSpreads } from '@/lib/metrics/returns/rolling-spreads'
import { signedStreak } from '@/lib/metrics/returns/signed-streak'
import { percentileRank } from '@/lib/metrics/statistics/percentile-rank'
import { type PeriodStatistics, periodStatistics } from './statistics'

/** A return and its percentile among earlier ones of the same length. */
interface RankedReturn {
  value: number | null
  /** Share of the earlier ones below it, ties counted half; null with fewer than 52 of them. */
  percentile: number | null
  /** Number of earlier ones with a value. */
  count: number
}

/** How unusual the last week and running month of a series are. */
export interface UnusualWeek {
  week: RankedReturn
  /** Among all windows of the same number of days that ended before the month began. */
  month: RankedReturn
  /** Weeks in a row with the sign of the last one, negative for losses; null when the last week has no value. */
  streak: number | null
  /** Distance from the highest point since inception. */
  drawdown: PeriodStatistics['currentDrawdown']
}

/** Compares the last week and running month with the past; null for a history without a day of returns. */
export function unusualWeek(history: SeriesHistory, convention: Convention): UnusualWeek | null {
  const life = periodBetween(history)
  if (!life) return null
  const { weeks, month } = tradingWindows(history.days)
  const weekly = weeks.map((week) => spreadOver(history, week, convention))
  const monthly = rollingSpreads(history.leg, history.against, month.to - month.from, convention, month.from)
  return {
    week: rankedReturn(weekly.at(-1) ?? null, weekly.slice(0, -1)),
    month: rankedReturn(spreadOver(history, month, convention), monthly),
    streak: signedStreak(weekly),
    drawdown: periodStatistics(history, life, convention).currentDrawdown,
  }
}

function rankedReturn(value: number | null, earlier: (number | null)[]): RankedReturn {
  const count = earlier.filter((each) => each !== null).length
  return { value, percentile: percentileRank(value, earlier), count }
}
