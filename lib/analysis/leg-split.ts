import type { Convention } from '@/lib/base/convention'
import { yearOf } from '@/lib/base/dates'
import type { SeriesHistory } from './history'
import { lineOver } from './line'
import { spreadOver } from './measure'
import type { Daily } from './measured-series'
import { runs, type Span } from './trading-windows'

/** The window figures of a calendar year: long side, short side and both together, decimal fractions. */
export interface YearSplit {
  /** "2024". */
  year: string
  /** Long leg against the universe's average. */
  long: number | null
  /** The universe's average against the short leg. */
  short: number | null
  /** Long leg against short leg: long + short under the arithmetic convention, (1 + long)(1 + short) − 1 under the other. */
  net: number | null
}

/** Lines over a period: a value for the close before it and one for each of its days; null from a missing day on. */
export interface LineSplit {
  /** NAV of the long leg over that of the universe's average, and of that over the short leg. */
  long: Daily
  short: Daily
  /** Long leg over short leg: long × short at every close. */
  net: Daily
}

/** Splits each calendar year that the period touches, oldest first; empty for a series without benchmark. */
export function splitByYear(history: SeriesHistory, span: Span, convention: Convention): YearSplit[] {
  const { days, leg, against, benchmark } = history
  if (benchmark === null) return []
  const touched = runs(days, yearOf).filter(({ from, to }) => to > span.from && from < span.to)
  return touched.map((year) => ({
    year: yearOf(days[year.from] as string),
    long: spreadOver({ leg, against: benchmark }, year, convention),
    short: spreadOver({ leg: benchmark, against }, year, convention),
    net: spreadOver({ leg, against }, year, convention),
  }))
}

/** Splits the line of a series into those of its sides; null for a series without benchmark. */
export function splitLine({ leg, against, benchmark }: SeriesHistory, span: Span): LineSplit | null {
  if (benchmark === null) return null
  return {
    long: lineOver({ leg, against: benchmark }, span),
    short: lineOver({ leg: benchmark, against }, span),
    net: lineOver({ leg, against }, span),
  }
}
