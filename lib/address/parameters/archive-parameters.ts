import { z } from 'zod'
import { pathWith } from './packed'

/** Parameters of the archive's address. */
export const archiveParameters = z.object({
  /** First year of the decade that is shown, such as "1990"; the newest with data when absent. */
  decade: z
    .string()
    .regex(/^\d{3}0$/, 'not a decade')
    .optional(),
})

/** Returns the first year of the decade of a year: 1994 → 1990. */
export function decadeOf(year: number): number {
  return year - (year % 10)
}

/** Returns the path of a decade of the archive. @param anchor such as "year-1994" */
export function archivePath(decade: number | null, anchor?: string): string {
  const page = pathWith('/weeks', { decade: decade === null ? null : String(decade).padStart(4, '0') })
  return anchor === undefined ? page : `${page}#${anchor}`
}
