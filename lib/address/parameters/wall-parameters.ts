import { z } from 'zod'
import { PERIOD_NAMES, type PeriodName } from '@/lib/analysis/periods'
import { isoDate } from './iso-date'

/** Makes a field optional; a form sends empty fields too, which are ignored. */
const optionalField = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional()

/** Parameters of the wall's address. */
export const wallParameters = z.object({
  /** Shows the week of this date, up to it: its last trading day is the as-of date. */
  asOf: optionalField(isoDate),
  /** Part of a name or code. */
  text: optionalField(z.string().max(64)),
  /** Code of a family, or `portfolios`. */
  family: optionalField(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)),
  rebalance: optionalField(z.enum(['weekly', 'monthly'])),
  /** Above or below zero over a period: "week-up". */
  sign: optionalField(z.enum(PERIOD_NAMES.flatMap((period) => [`${period}-up`, `${period}-down`] as const))),
  /** Period by which the wall is sorted; by family when absent. */
  by: optionalField(z.enum(PERIOD_NAMES)),
  /** Smallest first. */
  dir: optionalField(z.literal('asc')),
  /** Line of the small multiples; relative strength or cumulative excess when absent. */
  line: optionalField(z.enum(['drawdown', 'return'])),
  /** Draws each line on its own scale. */
  scale: optionalField(z.literal('own')),
  /** Whole-period figures of the table over the days that all shown series have; each since its inception when absent. */
  since: optionalField(z.literal('common')),
  show: optionalField(z.literal('table')),
  /** Page of eighty series, from 1; the first when absent. */
  page: optionalField(z.string().regex(/^[1-9]\d{0,3}$/)),
  /** Columns of the table, shortest first: "week,year"; all when absent. */
  periods: optionalField(z.string().refine((text) => periodsOf(text) !== null, 'not a list of periods')),
})

export type WallParameters = z.output<typeof wallParameters>

/**
 * Parses names of periods.
 * @returns all periods when absent; null for an unknown name
 */
export function periodsOf(text: string | undefined): readonly PeriodName[] | null {
  if (text === undefined) return PERIOD_NAMES
  const names = text.split(',')
  const known = PERIOD_NAMES.filter((name) => names.includes(name))
  return known.length === names.length ? known : null
}
