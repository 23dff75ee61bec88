/** What a withdrawal takes back. It is kept in the store as the file of its version. */
import { z } from 'zod'
import { NEWEST } from '@/lib/db/queries/as-of-version'
import { type RefusalReason, sentenceOf } from './withdrawal-refusal'

const REASON_LENGTH_MAX = 1_000

export const withdrawalOrder = z.strictObject({
  version: z.int().min(1).max(NEWEST).nullable().default(null).describe('The data version whose changes to take back.'),
  series: z
    .array(z.string().min(1).max(64))
    .min(1)
    .nullable()
    .default(null)
    .describe('Codes of series: only their rows. Without a version, from and to are needed too.'),
  from: z.iso.date().nullable().default(null).describe('First date, inclusive.'),
  to: z.iso.date().nullable().default(null).describe('Last date, inclusive.'),
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

export type WithdrawalOrder = z.output<typeof withdrawalOrder>

/** Returns why an order cannot be carried out on any store, as a sentence; null when it can. */
export function faultOf(order: WithdrawalOrder): string | null {
  const reason = refusalOf(order)
  return reason === null ? null : sentenceOf(reason)
}

/** Returns the same as a reason. */
export function refusalOf({ version, series, from, to }: WithdrawalOrder): RefusalReason | null {
  if (from !== null && to !== null && from > to) return { code: 'turned-dates', values: { from, to } }
  if (version !== null || (series !== null && from !== null && to !== null)) return null
  return { code: 'nothing-named', values: {} }
}

/** Returns the file that the store keeps of an order. */
export function orderFile(order: WithdrawalOrder): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(`${JSON.stringify(order, null, 2)}\n`))
}

/** Parses a kept file. Returns null when it is not an order. */
export function parseOrder(bytes: Uint8Array): WithdrawalOrder | null {
  try {
    return withdrawalOrder.safeParse(JSON.parse(Buffer.from(bytes).toString())).data ?? null
  } catch {
    return null
  }
}
