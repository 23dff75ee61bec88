import { z } from 'zod'
import { PERIOD_NAMES, type PeriodName } from '@/lib/analysis/periods'
import { isoDate } from './iso-date'

/** A form sends the fields that nobody filled in: an empty one asks nothing. */
const asked = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional()

/** What the address of the wall can ask. */
export const wallParameters = z.object({
  /** Replays the week of this date, up to it: its last trading day is the as-of date. */
  asOf: asked(isoDate),
  /** Part of a name or code. */
  text: asked(z.string().max(64)),
  /** Code of a family, or `portfolios`. */
  family: asked(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)),
  rebalance: asked(z.enum(['weekly', 'monthly'])),
  /** Above or below zero over a period: "week-up". */
  sign: asked(z.enum(PERIOD_NAMES.flatMap((period) => [`${period}-up`, `${period}-down`] as const))),
  /** Period by whose figure the wall is sorted; without it, by family. */
  by: asked(z.enum(PERIOD_NAMES)),
  /** Smallest first. */
  dir: asked(z.literal('asc')),
  /** What each small multiple draws; without it, relative strength or cumulative excess. */
  line: asked(z.enum(['drawdown', 'return'])),
  /** Each line on a scale of its own. */
  scale: asked(z.literal('own')),
  show: asked(z.literal('table')),
  /** Which eighty of the small multiples, from 1; without it, the first. */
  page: asked(z.string().regex(/^[1-9]\d{0,3}$/)),
  /** Columns of the table, shortest first: "week,year"; without it, all. */
  periods: asked(z.string().refine((text) => periodsOf(text) !== null, 'not a list of periods')),
})

export type WallQuestion = z.output<typeof wallParameters>

/** @returns all periods where none are named; null when one of them is no period */
export function periodsOf(text: string | undefined): readonly PeriodName[] | null {
  if (text === undefined) return PERIOD_NAMES
  const names = text.split(',')
  const known = PERIOD_NAMES.filter((name) => names.includes(name))
  return known.length === names.length ? known : null
}
