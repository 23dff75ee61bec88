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
import type { SeriesHistory } from './history'
import { lastRun, runs, type Span, since } from './trading-windows'

/** The periods of the tables, shortest first. */
export const PERIOD_NAMES = [
  'week',
  'month',
  'quarter',
  'year',
  'oneYear',
  'threeYears',
  'fiveYears',
  'inception',
] as const
export type PeriodName = (typeof PERIOD_NAMES)[number]

/** Days and first return of a series, which determine its periods, and by which a year is counted. */
export type Dated = Pick<SeriesHistory, 'days' | 'start' | 'end' | 'daysPerYear'>

/**
 * Returns the named periods as of the last day: the running week, month, quarter and year; 1, 3 and 5 years from the
 * day after the same date; all from inception to the end of the series. null where a period begins before the days.
 */
export function namedPeriods({
  days,
  start,
  end,
}: Pick<Dated, 'days' | 'start' | 'end'>): Record<PeriodName, Span | null> {
  const asOf = days.at(-1)
  if (asOf === undefined) return NO_PERIODS
  return {
    week: lastRun(days, mondayOf),
    month: lastRun(days, monthOf),
    quarter: lastRun(days, quarterOf),
    year: lastRun(days, yearOf),
    oneYear: since(yearsBefore(asOf, 1), days),
    threeYears: since(yearsBefore(asOf, 3), days),
    fiveYears: since(yearsBefore(asOf, 5), days),
    inception: start < end ? { from: start, to: end } : null,
  }
}

const NO_PERIODS = Object.fromEntries(PERIOD_NAMES.map((name) => [name, null])) as Record<PeriodName, null>

/**
 * Returns the period between two dates, inclusive, from the inception to the end of the series: without dates, all of
 * its life.
 * @returns null when no trading day of the series lies between them
 */
export function periodBetween(
  history: Pick<Dated, 'days' | 'start' | 'end'>,
  from?: string | null,
  to?: string | null,
): Span | null {
  const first = Math.max(history.start, from ? positionFrom(history.days, from) : 0)
  const last = to ? positionAfter(history.days, to) : history.days.length
  const end = Math.min(history.end, last)
  return first < end ? { from: first, to: end } : null
}

/**
 * Returns the ISO weeks, or calendar months, of a period: those whose last trading day lies in it. All days of each
 * count, also days before the period; one that ends after the period is left out; the running one counts up to the last
 * day. So the weeks of a year are those of its win rate.
 */
export function countedRuns({ days }: Pick<Dated, 'days'>, span: Span, unit: RunUnit): Span[] {
  return runsOf(days)[unit].filter(({ to }) => to > span.from && to <= span.to)
}

export type RunUnit = 'week' | 'month'

/** Caches weeks and months by list of days: dragging a period uses the same list each time. */
const knownRuns = new WeakMap<readonly string[], Record<RunUnit, Span[]>>()

function runsOf(days: string[]): Record<RunUnit, Span[]> {
  const known = knownRuns.get(days) ?? { week: runs(days, weekNumberOf), month: runs(days, monthOf) }
  knownRuns.set(days, known)
  return known
}
