import { z } from 'zod'
import { isoDate } from './iso-date'

/** Comma-separated codes in the catalogue's format; duplicates count once. */
const codes = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}(,[A-Za-z0-9][A-Za-z0-9._-]{0,63})*$/)
  .max(4000)

/** Parameters of the comparison's address. */
export const compareParameters = z
  .object({
    /** Codes of factors and portfolios, in the order of their lines. */
    series: codes.optional(),
    /** One more, from the form that works without script; empty when no option was chosen. */
    add: z.union([codes, z.literal('')]).optional(),
    /** Part of a name or code: among many series, those that have it are offered. */
    find: z.string().max(64).optional(),
    /** First and last day; without them, all common days of the series. An empty form field is ignored. */
    from: z.union([isoDate, z.literal('')]).optional(),
    to: z.union([isoDate, z.literal('')]).optional(),
    /** "linear"; a log axis when absent. */
    axis: z.literal('linear').optional(),
    /** Two of the codes, for their difference and rolling correlation. */
    pair: codes.refine((text) => text.split(',').length === 2, 'a pair is two codes').optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, 'a period ends after it begins')
