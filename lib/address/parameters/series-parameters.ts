import { z } from 'zod'
import { AXES } from '@/lib/figures/rows/terms'
import { documentParameters } from './document-parameters'
import { isoDate } from './iso-date'

/**
 * Names of legs in addresses; `long` and `portfolio` are the leg of a factor and of a portfolio, `short` and `index`
 * the reference.
 */
export const LEG_NAMES = ['long', 'short', 'benchmark', 'portfolio', 'index'] as const
export type LegName = (typeof LEG_NAMES)[number]

/** Parameters of the address of a factor's or portfolio's page. */
export const seriesParameters = z
  .object({
    /** Shows the week of this date, up to it: its last trading day is the as-of date. */
    asOf: isoDate.optional(),
    /** First day of the chosen period; the series' first when absent. */
    from: isoDate.optional(),
    /** Last day of the chosen period; the as-of date when absent. */
    to: isoDate.optional(),
    /** Legs in the chart, each at most once: "long,short". */
    legs: z
      .string()
      .refine((text) => legsOf(text) !== null, 'not a list of legs')
      .optional(),
    /** When absent, a log axis for a factor's ratio and a linear one for a portfolio's percent. */
    axis: z.enum(AXES).optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, 'a period ends after it begins')

/** Parameters of the address of a series' factsheet. */
export const factsheetParameters = documentParameters.extend({ asOf: seriesParameters.shape.asOf })

/**
 * Parses names of legs.
 * @returns null for an unknown or repeated name
 */
export function legsOf(text = ''): readonly LegName[] | null {
  const names = text === '' ? [] : text.split(',')
  const known = LEG_NAMES.filter((name) => names.includes(name))
  return known.length === names.length ? known : null
}
