import {
  mondayOf,
  monthOf,
  positionAfter,
  positionFrom,
  quarterOf,
  weekNumberOf,
  yearOf,
  yearsBefore,
} from '@/lib/base/dates'

/** Half-open range of positions in a list of trading days. */
export interface Span {
  from: number
  to: number
}

export interface TradingWindows {
  /** Trading days of the market up to the as-of date, ascending ISO dates. */
  days: string[]
  /** The last of them. */
  asOf: string
  /** The ISO week, calendar month and calendar year of the as-of date, each up to it. */
  week: Span
  month: Span
  year: Span
  quarter: Span
  /** From the day after the same date a year ago; null when the days do not go back that far. */
  oneYear: Span | null
  /** Every ISO week with trading days, oldest first, the running one last. */
  weeks: Span[]
  /** Calendar months of the as-of date's year, the running one last. */
  monthsOfYear: Span[]
  /** ISO weeks whose last trading day is in the as-of date's year; all days of a week count. */
  weeksOfYear: Span[]
}

/**
 * Divides trading days into the windows of the report as of the last day.
 * @param days ascending ISO dates, at least one
 * @throws RangeError when there is no day
 */
export function tradingWindows(days: string[]): TradingWindows {
  const known = knownWindows.get(days) ?? divided(days)
  knownWindows.set(days, known)
  return known
}

/** Caches the windows by list of days: all series and measures of a report use one list. */
const knownWindows = new WeakMap<readonly string[], TradingWindows>()

function divided(days: string[]): TradingWindows {
  const asOf = days.at(-1)
  if (asOf === undefined) throw new RangeError('windows need at least one trading day')
  const weeks = runs(days, weekNumberOf)
  const { months, weeks: weeksOfYear } = periodsOfYear(days)
  return {
    days,
    asOf,
    week: last(weeks),
    month: last(months),
    year: lastRun(days, yearOf),
    quarter: lastRun(days, quarterOf),
    oneYear: since(yearsBefore(asOf, 1), days),
    weeks,
    monthsOfYear: months,
    weeksOfYear,
  }
}

/**
 * Returns the calendar months of the last day's year, and the ISO weeks whose last trading day is in it; the running ones
 * last.
 */
export function periodsOfYear(days: readonly string[]): { months: Span[]; weeks: Span[] } {
  const { from } = lastRun(days, yearOf)
  const monday = mondayOf(days[from] ?? '')
  const weeks = runs(days, weekNumberOf, positionFrom(days, monday))
  return { months: runs(days, monthOf, from), weeks: weeks.filter(({ to }) => to > from) }
}

/**
 * Groups ascending days with the same key into spans: weeks, months, quarters or years.
 * @param from position of the first day that counts
 */
export function runs(days: readonly string[], keyOf: KeyOf, from = 0): Span[] {
  const spans: Span[] = []
  let length = 1
  for (let start = from; start < days.length; start += length) {
    length = runLength(days, keyOf, start, length)
    spans.push({ from: start, to: start + length })
  }
  return spans
}

type KeyOf = (day: string) => string | number

/**
 * Returns how many days from a position on have the same key. Days are ascending, so it tries first the length of
 * the run before, then doubles the step, then halves it: few keys are computed.
 */
function runLength(days: readonly string[], keyOf: KeyOf, start: number, guess: number): number {
  const key = keyOf(days[start] as string)
  // The last position that is known to be in the run, and the first that is known not to be.
  let [inside, outside] = [0, guess - 1]
  for (let step = 1; isInRun(days, keyOf, key, start + outside); step *= 2)
    [inside, outside] = [outside, outside + step]
  while (inside + 1 < outside) {
    const middle = (inside + outside) >> 1
    if (isInRun(days, keyOf, key, start + middle)) inside = middle
    else outside = middle
  }
  return inside + 1
}

function isInRun(days: readonly string[], keyOf: KeyOf, key: string | number, position: number): boolean {
  return position < days.length && keyOf(days[position] as string) === key
}

/** Returns the last days that have the same key as the final one, as a span. */
export function lastRun(days: readonly string[], keyOf: (day: string) => string): Span {
  const key = keyOf(days.at(-1) ?? '')
  return { from: days.findLastIndex((day) => keyOf(day) !== key) + 1, to: days.length }
}

/** Returns the days after a date; null when the days do not cover the day after it. */
export function since(date: string, days: readonly string[]): Span | null {
  const from = positionAfter(days, date)
  return from > 0 && from < days.length ? { from, to: days.length } : null
}

function last(spans: Span[]): Span {
  const span = spans.at(-1)
  if (!span) throw new RangeError('windows need at least one trading day')
  return span
}

/** Heads of the three windows, such as "本周", "8 月", "2024". */
export interface WindowLabels {
  week: string
  month: string
  year: string
}
