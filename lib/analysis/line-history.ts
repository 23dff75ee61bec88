import { positionFrom, weekNumberOf } from '@/lib/base/dates'
import { drawdowns } from '@/lib/metrics/risk/drawdown'
import { lineOver } from './line'
import type { MeasuredSeries } from './measured-series'
import type { TradingWindows } from './trading-windows'

/** The NAV ratio of a series from its inception to the as-of date, for statements about highs and drawdowns. */
export interface LineHistory {
  /** Every daily close, oldest first. */
  closes: LineClose[]
  /** Every ISO week with a close, oldest first, the running one last. */
  weeks: LineWeek[]
}

export interface LineClose {
  /** ISO date. */
  day: string
  /** Distance from the highest close so far, the start included; decimal fraction, never positive. */
  drawdown: number
}

interface LineWeek {
  /** The last close of the week that was higher than all before it, the start included; null when none was. */
  newHigh: NewHigh | null
  /** The deepest close of the week; of equals, the first. */
  low: LineClose
}

interface NewHigh {
  /** ISO date. */
  day: string
  /**
   * ISO weeks from the last day before this week on which the line was at its peak to this week; from the inception
   * when it has never been there since.
   */
  weeksSincePeak: number
  /** Is it the first high since the start? */
  isFirst: boolean
}

/** Returns the line by its daily closes; null before inception and when a day since inception is missing. */
export function lineHistory(
  { primary, inception }: MeasuredSeries,
  { days, weeks }: Pick<TradingWindows, 'days' | 'weeks'>,
): LineHistory | null {
  const from = positionFrom(days, inception)
  const line = from === days.length ? [null] : lineOver(primary, { from, to: days.length })
  // A line is null from its first gap on.
  if (line.at(-1) === null) return null
  const closes = closesOf(drawdowns(line), days.slice(from))
  const spans = weeks.filter(({ to }) => to > from)
  const lineWeeks = spans.map((span) => closes.slice(Math.max(0, span.from - from), span.to - from))
  return { closes, weeks: weeksOf(lineWeeks, highsOf(line, days.slice(from))) }
}

/**
 * @param falls drawdowns of the line; the first one is the start, before the first day
 * @throws RangeError when a day has no ratio
 */
function closesOf(falls: readonly (number | null)[], days: readonly string[]): LineClose[] {
  return days.map((day, index) => {
    const drawdown = falls[index + 1] ?? null
    if (drawdown === null) throw new RangeError(`no ratio on ${day}`)
    return { day, drawdown }
  })
}

/** Returns the days on which the line was higher than ever before, the start included. */
function highsOf(line: readonly (number | null)[], days: readonly string[]): Set<string> {
  let peak = 1
  const isHigh = (ratio: number | null) => {
    if (ratio === null || ratio <= peak) return false
    peak = ratio
    return true
  }
  return new Set(days.filter((_, index) => isHigh(line[index + 1] ?? null)))
}

function weeksOf(weeks: readonly LineClose[][], highs: ReadonlySet<string>): LineWeek[] {
  const inception = weeks[0]?.[0]?.day ?? ''
  let lastPeak: string | null = null
  return weeks.map((closes): LineWeek => {
    const low = closes.reduce((lowest, close) => (close.drawdown < lowest.drawdown ? close : lowest))
    const high = closes.findLast(({ day }) => highs.has(day))
    const week = { newHigh: high ? newHighOf(high, lastPeak, inception) : null, low }
    lastPeak = closes.findLast((close) => close.drawdown === 0)?.day ?? lastPeak
    return week
  })
}

function newHighOf(high: LineClose, lastPeak: string | null, inception: string): NewHigh {
  const weeksSincePeak = weekNumberOf(high.day) - weekNumberOf(lastPeak ?? inception)
  return { day: high.day, weeksSincePeak, isFirst: lastPeak === null }
}
