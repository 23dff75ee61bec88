import { addDays, mondayOf, monthOf, positionAfter, quarterOf, yearOf, yearsBefore } from '@/lib/base/dates'

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

/** The windows of each list of days: all series and measures of an answer ask for those of one list. */
const knownWindows = new WeakMap<readonly string[], TradingWindows>()

function divided(days: string[]): TradingWindows {
  const asOf = days.at(-1)
  if (asOf === undefined) throw new RangeError('windows need at least one trading day')
  const weeks = weekRuns(days)
  const year = lastRun(days, yearOf)
  const monthsOfYear = runs(days, monthOf, year.from)
  const inYear = (span: Span) => yearOf(days[span.to - 1] ?? '') === yearOf(asOf)
  return {
    days,
    asOf,
    week: last(weeks),
    month: last(monthsOfYear),
    year,
    quarter: lastRun(days, quarterOf),
    oneYear: since(yearsBefore(asOf, 1), days),
    weeks,
    monthsOfYear,
    weeksOfYear: weeks.filter(inYear),
  }
}

/** Groups adjacent days with the same key into spans. @param from position of the first day that counts */
export function runs(days: readonly string[], keyOf: (day: string) => string, from = 0): Span[] {
  const spans: Span[] = []
  let key: string | null = null
  for (let position = from; position < days.length; position++) {
    const current = spans.at(-1)
    const ownKey = keyOf(days[position] as string)
    if (current && ownKey === key) current.to = position + 1
    else spans.push({ from: position, to: position + 1 })
    key = ownKey
  }
  return spans
}

/** Groups ascending days into ISO weeks: compares each day with the next Monday, which is computed once a week. */
export function weekRuns(days: readonly string[]): Span[] {
  const spans: Span[] = []
  let nextMonday = ''
  for (let position = 0; position < days.length; position++) {
    const day = days[position] as string
    const current = spans.at(-1)
    if (current && day < nextMonday) current.to = position + 1
    else {
      spans.push({ from: position, to: position + 1 })
      nextMonday = addDays(mondayOf(day), 7)
    }
  }
  return spans
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
