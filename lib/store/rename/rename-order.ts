/** What a rename does. It is kept in the store as the file of its version. */
import { z } from 'zod'

const REASON_LENGTH_MAX = 1_000

const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be 1 to 64 letters, digits, dots, hyphens or underscores')

export const renameOrder = z.strictObject({
  series: code.describe('Code of the factor or portfolio.'),
  to: code.describe('Its new code.'),
  reason: z
    .string()
    .trim()
    .min(1)
    .max(REASON_LENGTH_MAX)
    .regex(/^\P{Cc}*$/u, 'must be one line of text')
    .nullable()
    .default(null)
    .describe('The reason, which the list of data versions shows.'),
})

export type RenameOrder = z.output<typeof renameOrder>

/** The body of `POST /api/v1/renames`. */
export const renameRequest = renameOrder.extend({
  dryRun: z.boolean().default(true).describe('Say what a rename would do, and write nothing: the default.'),
})

/** Returns why an order cannot be carried out on any store; null when it can. */
export function faultOf({ series, to }: RenameOrder): string | null {
  return series === to ? `series and to are the same (${to}).` : null
}

/** Returns the file that the store keeps of an order. */
export function orderFile(order: RenameOrder): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(`${JSON.stringify(order, null, 2)}\n`))
}

/** Parses a kept file. Returns null when it is not an order. */
export function parseOrder(bytes: Uint8Array): RenameOrder | null {
  try {
    return renameOrder.safeParse(JSON.parse(Buffer.from(bytes).toString())).data ?? null
  } catch {
    return null
  }
}
