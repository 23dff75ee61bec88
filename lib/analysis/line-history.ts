import { weekNumberOf } from '@/lib/base/dates'
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
  const from = days.findIndex((day) => day >= inception)
  const line = from < 0 ? [null] : lineOver(primary, { from, to: days.length })
  const ratios = line.filter((ratio) => ratio !== null)
  if (ratios.length < line.length) return null
  const closes = closesOf(ratios, days.slice(from))
  const spans = weeks.filter(({ to }) => to > from)
  const lineWeeks = spans.map((span) => closes.slice(Math.max(0, span.from - from), span.to - from))
  return { closes: closes.map(({ day, drawdown }) => ({ day, drawdown })), weeks: weeksOf(lineWeeks) }
}

interface RankedClose extends LineClose {
  /** Is it higher than all before it? */
  isHigh: boolean
}

/**
 * @param ratios NAV ratios; the first one is the start, before the first day
 * @throws RangeError when a day has no ratio
 */
function closesOf(ratios: readonly number[], days: readonly string[]): RankedClose[] {
  const falls = drawdowns(ratios)
  let peak = 1
  return days.map((day, index) => {
    const [ratio, drawdown] = [ratios[index + 1], falls[index + 1]]
    if (ratio === undefined || drawdown === undefined || drawdown === null) throw new RangeError(`no ratio on ${day}`)
    const isHigh = ratio > peak
    peak = Math.max(peak, ratio)
    return { day, drawdown, isHigh }
  })
}

function weeksOf(weeks: readonly RankedClose[][]): LineWeek[] {
  const inception = weeks[0]?.[0]?.day ?? ''
  let lastPeak: string | null = null
  return weeks.map((closes): LineWeek => {
    const { day, drawdown } = closes.reduce((low, close) => (close.drawdown < low.drawdown ? close : low))
    const week = { newHigh: newHighOf(closes, lastPeak, inception), low: { day, drawdown } }
    lastPeak = closes.findLast((close) => close.drawdown === 0)?.day ?? lastPeak
    return week
  })
}

function newHighOf(closes: readonly RankedClose[], lastPeak: string | null, inception: string): NewHigh | null {
  const high = closes.findLast(({ isHigh }) => isHigh)
  if (!high) return null
  const weeksSincePeak = weekNumberOf(high.day) - weekNumberOf(lastPeak ?? inception)
  return { day: high.day, weeksSincePeak, isFirst: lastPeak === null }
}
