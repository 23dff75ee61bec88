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
import type { IssueKind, WindowKind } from '@/lib/base/window-kind'
import { WINDOW_TERMS, type WindowTerms } from './window-terms'

/** Half-open range of positions in a list of trading days. */
export interface Span {
  from: number
  to: number
}

/**
 * The windows of a report as of its last day. They have the names that they have in the report of a week. In an issue `week`
 * is the month or the quarter itself, `month` and `year` are the two longer windows beside it: quarter and year of a month,
 * year and one year of a quarter. `terms` says so.
 */
export interface TradingWindows {
  terms: WindowTerms
  /** Trading days of the market up to the as-of date, ascending ISO dates. */
  days: string[]
  /** The last of them. */
  asOf: string
  /** The ISO week, calendar month and calendar year of the as-of date, each up to it; of one year, no days without it. */
  week: Span
  month: Span
  year: Span
  quarter: Span
  /** From the day after the same date a year ago; null when the days do not go back that far. */
  oneYear: Span | null
  /** Every ISO week (of an issue: month or quarter) with trading days, oldest first, the running one last. */
  weeks: Span[]
  /** Calendar months of the as-of date's year, the running one last. */
  monthsOfYear: Span[]
  /** ISO weeks whose last trading day is in `year`; all days of a week count. */
  weeksOfYear: Span[]
  /**
   * The periods of the win rates, the running one last. Of a week: months of the year for factors, weeks for portfolios; of
   * an issue for both months of the year, or the last eight quarters.
   */
  winPeriods: { factor: Span[]; portfolio: Span[] }
}

/**
 * Divides trading days into the windows of a report as of the last day.
 * @param days ascending ISO dates, at least one
 * @param kind of the report; a week when not given
 * @throws RangeError when there is no day
 */
export function tradingWindows(days: string[], kind: WindowKind = 'week'): TradingWindows {
  const known = knownWindows[kind].get(days) ?? divided(days, kind)
  knownWindows[kind].set(days, known)
  return known
}

/** Caches the windows by list of days: all series and measures of a report use one list. */
const knownWindows: Record<WindowKind, WeakMap<readonly string[], TradingWindows>> = {
  week: new WeakMap(),
  month: new WeakMap(),
  quarter: new WeakMap(),
}

function divided(days: string[], kind: WindowKind): TradingWindows {
  if (kind !== 'week') return issueWindows(tradingWindows(days), kind)
  const asOf = days.at(-1)
  if (asOf === undefined) throw new RangeError('windows need at least one trading day')
  const weeks = runs(days, weekNumberOf)
  const { months, weeks: weeksOfYear } = periodsOfYear(days)
  return {
    terms: WINDOW_TERMS.week,
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
    winPeriods: { factor: months, portfolio: weeksOfYear },
  }
}

/** Quarters of the win rates of a quarter: two years. */
const WIN_QUARTERS = 8
const NO_DAYS: Span = { from: 0, to: 0 }

/** Returns the windows of an issue. @param ofWeek those of the week of its last day */
function issueWindows(ofWeek: TradingWindows, kind: IssueKind): TradingWindows {
  const { days, month, quarter, year, monthsOfYear, weeks } = ofWeek
  const terms = WINDOW_TERMS[kind]
  if (kind === 'month') {
    const winPeriods = { factor: monthsOfYear, portfolio: monthsOfYear }
    return { ...ofWeek, terms, week: month, month: quarter, weeks: runs(days, monthOf), winPeriods }
  }
  const quarters = runs(days, quarterOf)
  const last = quarters.slice(-WIN_QUARTERS)
  const oneYear = ofWeek.oneYear ?? NO_DAYS
  return {
    ...ofWeek,
    ...{ terms, week: quarter, month: year, year: oneYear, weeks: quarters },
    weeksOfYear: weeks.filter(({ to }) => to > oneYear.from),
    winPeriods: { factor: last, portfolio: last },
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

/**
 * Returns the three windows of a report as of the last of some days, without dividing all of them: week, month and year; of a
 * month it, quarter and year; of a quarter it, year and one year, which has no days where they do not go back that far.
 */
export function windowSpans(days: readonly string[], kind: WindowKind = 'week'): [Span, Span, Span] {
  if (kind === 'week') return [lastRun(days, mondayOf), lastRun(days, monthOf), lastRun(days, yearOf)]
  if (kind === 'month') return [lastRun(days, monthOf), lastRun(days, quarterOf), lastRun(days, yearOf)]
  const oneYear = since(yearsBefore(days.at(-1) ?? '', 1), days) ?? NO_DAYS
  return [lastRun(days, quarterOf), lastRun(days, yearOf), oneYear]
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

/** Heads of the three windows, such as "本周", "8 月", "2024"; of an issue "8 月", "三季度", "2024 年". */
export interface WindowLabels {
  week: string
  month: string
  year: string
}
