import { z } from 'zod'

/** Path of the page that says why an address has no page. */
export const PROBLEM_PATH = '/problem'

/** A short path of this product: "//example.com" would be a link to another host. */
const PLAIN_PATH = /^\/(?:[^/\\\p{C}][^\\\p{C}]{0,119})?$/u

/** Tells whether the page may show a path without language, and link to it. */
export function isPlainPath(path: string): boolean {
  return PLAIN_PATH.test(path)
}

/** Parameters of its address. */
export const missingParameters = z.object({
  /** Path without a page, without language: "/factors/none". */
  missing: z.string().regex(PLAIN_PATH).optional(),
  /** That the reader may not see the page that was asked for. */
  refused: z.literal('yes').optional(),
})

/** The parameter that is wrong in an address; in the packed path of the page, never in its address. */
export const faultParameters = z.object({
  /** Path of the page whose parameter it is, without language: "/factors". */
  page: z.string().regex(PLAIN_PATH),
  parameter: z.string(),
  value: z.string(),
  reason: z.enum(['repeated', 'order', 'value']),
})
