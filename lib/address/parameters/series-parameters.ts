import { z } from 'zod'
import { AXES } from '@/lib/figures/rows/terms'
import { isoDate } from './iso-date'

/** As addresses name them; `long` and `portfolio` are the leg of either kind of series, `short` and `index` what it is measured against. */
const LEG_NAMES = ['long', 'short', 'benchmark', 'portfolio', 'index'] as const
export type LegName = (typeof LEG_NAMES)[number]

/** What the address of one factor's or portfolio's page can ask. */
export const seriesParameters = z
  .object({
    /** Replays the week of this date, up to it: its last trading day is the as-of date. */
    asOf: isoDate.optional(),
    /** First day of the chosen period; without it, the series' first. */
    from: isoDate.optional(),
    /** Last day of it; without it, the as-of date. */
    to: isoDate.optional(),
    /** Legs beside the line, any of them once: "long,short". */
    legs: z
      .string()
      .refine((text) => legsOf(text) !== null, 'not a list of legs')
      .optional(),
    /** Without it, a log axis for a factor's ratio and a linear one for a portfolio's percent. */
    axis: z.enum(AXES).optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, 'a period ends after it begins')

/** What the address of a series' factsheet can ask. */
export const factsheetParameters = z.object({ asOf: seriesParameters.shape.asOf })

/** @returns null when one is named that is none, or twice */
export function legsOf(text = ''): readonly LegName[] | null {
  const names = text === '' ? [] : text.split(',')
  const known = LEG_NAMES.filter((name) => names.includes(name))
  return known.length === names.length ? known : null
}
