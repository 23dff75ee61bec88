import { z } from 'zod'

/** Parameters of the addresses of pages about data versions. */
export const dataParameters = z.object({
  /** Page of a long list, from 1. */
  page: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'not a page number')
    .optional(),
})

/** Returns the page number; 1 when absent. */
export function pageNumber({ page = '1' }: z.infer<typeof dataParameters>): number {
  return Number(page)
}
