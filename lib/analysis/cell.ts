import type { WinRate } from '@/lib/metrics/returns/win-rate'

export type WindowName = 'week' | 'month' | 'year'

/** One figure of a table. */
export interface Cell {
  /** `<series>.<measure>.<window>`, unique in the report. */
  id: string
  /** Decimal fraction; null for a reason given in the row's note. */
  value: number | null
  /**
   * Share of past windows of the same length below this one, from 0 to 1; null when the history is too short, and for
   * figures that are not compared with their past.
   */
  percentile: number | null
}

export interface Measure {
  week: Cell
  month: Cell
  year: Cell
  winRate: WinRate
  /** Periods of the win rate, oldest first: months of the year for a factor, weeks for a portfolio. */
  periods: Period[]
}

/** A figure of each window. */
export type Windows = Pick<Measure, WindowName>

/** One month or week of a win rate; the last one ends on the as-of date. */
export interface Period {
  /** Its last trading day, ISO date. */
  end: string
  /** Decimal fraction; null where the period has no value and is not counted. */
  value: number | null
}

/** The first measure of a row against the week before, its own history and its peak, and in longer windows. */
export interface Standing {
  /** The same measure over the last week with trading before this one; its percentile is that of last week. */
  lastWeek: Cell
  /** This week minus last week. */
  change: Cell
  /** Standard deviations between this week and the mean week of the three years before; null below 52 weeks. */
  zScore: number | null
  /** Weeks in a row above zero, including this one; negative for weeks below zero; 0 when this week is exactly 0. */
  streak: number | null
  /** From the start of the calendar quarter, and from the day after the same date a year ago. */
  quarter: Cell
  oneYear: Cell
  /** Distance of the NAV ratio from its highest point since inception, never positive. */
  drawdown: Cell
  /** Rank in its table by this week, and by the week before; 1 is the highest. */
  rank: number | null
  lastRank: number | null
}
