import type { LegName } from '@/lib/address/parameters/series-parameters'
import type { SeriesHistory, SeriesKind } from '@/lib/analysis/history'
import type { Span } from '@/lib/analysis/trading-windows'
import { addDays, monthsBefore, yearOf, yearsBefore } from '@/lib/base/dates'
import { type ComparisonTerms, LEG_ROLES, type LegRole } from '@/lib/figures/rows/terms'

/** Names of the legs in addresses, for each kind of series, in the order of LEG_ROLES. */
export const LEG_NAMES_OF = {
  factor: { leg: 'long', against: 'short', benchmark: 'benchmark' },
  portfolio: { leg: 'portfolio', against: 'index', benchmark: null },
} as const satisfies Record<SeriesKind, Record<LegRole, LegName | null>>

/** Returns the requested legs that the series has, in their order. */
export function chosenLegs({ kind, benchmark }: SeriesHistory, names: readonly LegName[]): LegRole[] {
  return possibleLegs(kind, benchmark !== null).filter((role) => {
    const name = LEG_NAMES_OF[kind][role]
    return name !== null && names.includes(name)
  })
}

/** Returns the legs that the chart of a series can show. */
export function possibleLegs(kind: SeriesKind, hasBenchmark: boolean): LegRole[] {
  return LEG_ROLES.filter((role) => LEG_NAMES_OF[kind][role] !== null && (role !== 'benchmark' || hasBenchmark))
}

/**
 * Returns the terms of a period with at least one day: a factor's ratio has a log axis, a portfolio's percent a linear
 * one.
 */
export function chartTerms(
  { days, kind }: SeriesHistory,
  span: Span,
  { legs, axis }: { legs: readonly LegRole[]; axis?: ComparisonTerms['axis'] | undefined },
): ComparisonTerms {
  const [from, to] = [days[span.from], days[span.to - 1]]
  if (from === undefined || to === undefined) throw new RangeError('a period has at least one day')
  return { from, to, axis: axis ?? usualAxis(kind), ...(legs.length > 0 && { legs }) }
}

export function usualAxis(kind: SeriesKind): ComparisonTerms['axis'] {
  return kind === 'factor' ? 'log' : 'linear'
}

export const CHART_PERIODS = [
  'oneMonth',
  'threeMonths',
  'sixMonths',
  'year',
  'oneYear',
  'threeYears',
  'fiveYears',
  'inception',
] as const
export type ChartPeriod = (typeof CHART_PERIODS)[number]

/**
 * Returns the first day of a button's period as of a day, ISO date; null: since inception. Months and years begin on
 * the day after the same date, as in the tables.
 */
export function periodStart(name: ChartPeriod, asOf: string): string | null {
  return STARTS[name](asOf)
}

const STARTS: Record<ChartPeriod, (asOf: string) => string | null> = {
  oneMonth: (asOf) => addDays(monthsBefore(asOf, 1), 1),
  threeMonths: (asOf) => addDays(monthsBefore(asOf, 3), 1),
  sixMonths: (asOf) => addDays(monthsBefore(asOf, 6), 1),
  year: (asOf) => `${yearOf(asOf)}-01-01`,
  oneYear: (asOf) => addDays(yearsBefore(asOf, 1), 1),
  threeYears: (asOf) => addDays(yearsBefore(asOf, 3), 1),
  fiveYears: (asOf) => addDays(yearsBefore(asOf, 5), 1),
  inception: () => null,
}
