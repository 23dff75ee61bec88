import { z } from 'zod'
import { isoDate } from './iso-date'

/** What the address of one factor's or portfolio's page can ask. */
export const seriesParameters = z
  .object({
    /** First day of the chosen period; without it, the series' first. */
    from: isoDate.optional(),
    /** Last day of it; without it, the as-of date. */
    to: isoDate.optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, 'a period ends after it begins')
