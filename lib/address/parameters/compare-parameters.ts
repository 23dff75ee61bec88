import { z } from 'zod'
import { isoDate } from './iso-date'

/** Codes as the catalogue allows them, parted by commas, each meant once. */
const codes = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}(,[A-Za-z0-9][A-Za-z0-9._-]{0,63})*$/)
  .max(4000)

/** What the address of the comparison can ask. */
export const compareParameters = z
  .object({
    /** Codes of factors and portfolios, in the order of their lines. */
    series: codes.optional(),
    /** One more, from the form that works without script; empty when nothing was chosen. */
    add: z.union([codes, z.literal('')]).optional(),
    /** First and last day; without them, all days that the series have in common. An empty field of a form asks nothing. */
    from: z.union([isoDate, z.literal('')]).optional(),
    to: z.union([isoDate, z.literal('')]).optional(),
    /** "linear"; without it, a log axis. */
    axis: z.literal('linear').optional(),
    /** Two of the codes: their difference and rolling correlation. */
    pair: codes.refine((text) => text.split(',').length === 2, 'a pair is two codes').optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, 'a period ends after it begins')
