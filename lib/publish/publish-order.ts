/** What somebody asks of a week: to hand it in, to publish it, or to withdraw its edition. */
import { z } from 'zod'
import { CONVENTIONS } from '@/lib/base/convention'
import { WARNING_RULES } from '@/lib/editions/edition-record'

const TEXT_LENGTH_MAX = 1_000

const line = z
  .string()
  .trim()
  .min(1)
  .max(TEXT_LENGTH_MAX)
  .regex(/^\P{Cc}*$/u, 'must be one line of text')

export const ACTIONS = ['publish', 'review', 'withdraw'] as const

export const publishOrder = z.strictObject({
  week: z.iso.date().describe('Any date of the week, such as 2024-08-30.'),
  market: z
    .string()
    .min(1)
    .max(64)
    .nullable()
    .default(null)
    .describe('The market; without it, the first that has data.'),
  action: z
    .enum(ACTIONS)
    .default('publish')
    .describe('publish: make the next edition; review: hand the week in for review; withdraw: take its edition back.'),
  convention: z.enum(CONVENTIONS).default('arithmetic').describe('How the edition compares legs.'),
  waive: z
    .array(z.strictObject({ rule: z.enum(WARNING_RULES), reason: line }))
    .default([])
    .describe('Warnings of the gate to waive, each with the reason, which is kept with the edition.'),
  reason: line.nullable().default(null).describe('Why the week is corrected or withdrawn.'),
})

export type PublishOrder = z.output<typeof publishOrder>

/** The body of `POST /api/v1/editions`. */
export const publishRequest = publishOrder.extend({
  dryRun: z
    .boolean()
    .default(true)
    .describe('Say what would be published and what the gate finds, and write nothing: the default.'),
})

/** Returns why an order cannot be carried out on any store; null when it can. */
export function faultOf({ action, reason, waive }: PublishOrder): string | null {
  if (action === 'withdraw' && reason === null) return 'A withdrawal needs a reason.'
  if (action !== 'publish' && waive.length > 0) return 'Warnings are waived when a week is published.'
  const twice = waive.find(({ rule }, index) => waive.findIndex((other) => other.rule === rule) !== index)
  return twice ? `The rule ${twice.rule} is waived twice.` : null
}
