/** The named periods of many series as windows of their spans. */
import { namedPeriods, type PeriodName } from '@/lib/analysis/periods'
import { type Span, tradingWindows } from '@/lib/analysis/trading-windows'
import { mondayOf, positionAfter, positionFrom, yearOf } from '@/lib/base/dates'
import { figureWindows } from './window-measure'

/** Code and dates of a series, from the catalogue. */
export interface SeriesLife {
  code: string
  inception: string
  ended: string | null
}

/** Returns the position of the first day of a history: the Monday before the year of the inception, or the day after it. */
export function firstPosition({ inception }: Pick<SeriesLife, 'inception'>, days: readonly string[]): number {
  return positionFrom(days, mondayOf(`${yearOf(inception)}-01-01`))
}

/** Returns the named periods, and for each series that ended within the days those after its end. */
export function namedWindows(series: readonly SeriesLife[], days: string[]): Span[] {
  const periods = Object.values(namedPeriods({ days, start: 0, end: days.length })).filter((span) => span !== null)
  return [...periods, ...afterEnds(series, days)]
}

/** Returns the windows of the report of a week and the named periods, so that one aggregate serves all pages of many factors. */
export function sharedWindows(series: readonly SeriesLife[], days: string[]): Span[] {
  return [...figureWindows(tradingWindows(days)), ...namedWindows(series, days)]
}

/** Returns for each series that ended within the days those after its end. */
export function afterEnds(series: readonly SeriesLife[], days: readonly string[]): Span[] {
  return series
    .filter(({ ended }) => ended !== null)
    .map((life) => ({ from: endPosition(life, days), to: days.length }))
    .filter(({ from, to }) => from < to)
}

/** Returns the position after the last day of a series that has ended; the number of days while it goes on. */
export function endPosition({ ended }: Pick<SeriesLife, 'ended'>, days: readonly string[]): number {
  return ended === null ? days.length : positionAfter(days, ended)
}

/** Returns the named periods of the history of a series, as positions in all days. @param start of its inception */
export function namedPeriodsIn(life: SeriesLife, start: number, days: string[]): Record<PeriodName, Span | null> {
  const first = firstPosition(life, days)
  const known = first === 0 ? days : days.slice(first)
  const spans = namedPeriods({ days: known, start: start - first, end: endPosition(life, days) - first })
  const moved = Object.entries(spans).map(([name, span]) => [
    name,
    span && { from: span.from + first, to: span.to + first },
  ])
  return Object.fromEntries(moved)
}
