import { positionFrom, weekNumberOf } from '@/lib/base/dates'
import { lineOver } from './line'
import type { Daily, MeasuredSeries } from './measured-series'
import type { Span, TradingWindows } from './trading-windows'

/** The NAV ratio of a series from its inception to the as-of date, for statements about highs and drawdowns. */
export interface LineHistory {
  /** The as-of date. */
  lastDay: string
  /**
   * Distance of every daily close from the highest close so far, the start included, oldest first; decimal fractions,
   * never positive.
   */
  drawdowns: Float64Array
  /** Every ISO week with a close, oldest first, the running one last. */
  weeks: LineWeek[]
}

export interface LineClose {
  /** ISO date. */
  day: string
  /** Distance from the highest close so far. */
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
  /** Whether it is the first high since the start. */
  isFirst: boolean
}

/** Returns the line by its daily closes; null before inception and when a day since inception is missing. */
export function lineHistory(
  { primary, inception }: MeasuredSeries,
  { days, weeks, asOf }: Pick<TradingWindows, 'days' | 'weeks' | 'asOf'>,
): LineHistory | null {
  const from = positionFrom(days, inception)
  const line = lineOver(primary, { from, to: days.length })
  // A line is null from its first gap on.
  if (from === days.length || line.at(-1) === null) return null
  const reader = new LineReader(days, line, from)
  const lived = weeks.filter(({ to }) => to > from)
  return { lastDay: asOf, weeks: lived.map((week) => reader.readWeek(week)), drawdowns: reader.drawdowns }
}

/** Reads a line week by week, so that each of its days, 26,000 in a long history, is read once. */
class LineReader {
  readonly drawdowns: Float64Array
  /** The highest close so far, the start included, and the last day of an earlier week on which it was reached. */
  #peak = 1
  #lastPeak: string | null = null

  /** @param line ratios, the start first; @param from position of its first day */
  constructor(
    readonly days: readonly string[],
    readonly line: Daily,
    readonly from: number,
  ) {
    this.drawdowns = new Float64Array(days.length - from)
  }

  readWeek({ from, to }: Span): LineWeek {
    let high: string | null = null
    let atPeak: string | null = null
    let [lowest, lowDay] = [Number.POSITIVE_INFINITY, '']
    for (let position = Math.max(from, this.from); position < to; position++) {
      const day = this.days[position] ?? ''
      const ratio = this.#ratioAt(position)
      if (ratio > this.#peak) [this.#peak, high] = [ratio, day]
      if (ratio === this.#peak) atPeak = day
      const drawdown = ratio / this.#peak - 1
      if (drawdown < lowest) [lowest, lowDay] = [drawdown, day]
      this.drawdowns[position - this.from] = drawdown
    }
    const newHigh = high === null ? null : this.#newHighOf(high)
    this.#lastPeak = atPeak ?? this.#lastPeak
    return { newHigh, low: { day: lowDay, drawdown: lowest } }
  }

  /** @throws RangeError when a day has no ratio */
  #ratioAt(position: number): number {
    const ratio = this.line[position - this.from + 1] ?? null
    if (ratio === null) throw new RangeError(`no ratio on ${this.days[position]}`)
    return ratio
  }

  #newHighOf(day: string): NewHigh {
    const since = this.#lastPeak ?? this.days[this.from] ?? day
    return { day, weeksSincePeak: weekNumberOf(day) - weekNumberOf(since), isFirst: this.#lastPeak === null }
  }
}
