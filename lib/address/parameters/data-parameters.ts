import { z } from 'zod'

/** What the addresses of the pages about data versions can ask. */
export const dataParameters = z.object({
  /** Page of a long list, from 1. */
  page: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'not a page number')
    .optional(),
})

/** @returns the first page when none is asked for */
export function pageNumber({ page = '1' }: z.infer<typeof dataParameters>): number {
  return Number(page)
}
