import { z } from 'zod'
import { pathWith } from './packed'

/** Parameters of the address of a week with many factors; one of few factors has neither. */
export const weekParameters = z.object({
  /** Code of a family: its factors, each with its section and charts. */
  family: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
    .optional(),
  /** Page of its factors or, without family, of the families; the first when absent. */
  page: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .optional(),
})

/** Parameters of the address of a page that shows a part of many factors or families. */
export const partParameters = weekParameters.pick({ page: true })

/** Returns the path of a family in a week. @param page from 1 */
export function familyPath(asOf: string, family: string, page = 1): string {
  return pathWith(`/weeks/${asOf}`, { family, page: page === 1 ? null : String(page) })
}
