/** What somebody asks of a week, a month or a quarter: to submit it for review, to publish it, or to withdraw its edition. */
import { z } from 'zod'
import { CONVENTIONS } from '@/lib/base/convention'
import { type IssueKind, isPeriod } from '@/lib/base/window-kind'
import { WARNING_RULES } from '@/lib/editions/edition-record'

const TEXT_LENGTH_MAX = 1_000

const line = z
  .string()
  .trim()
  .min(1)
  .max(TEXT_LENGTH_MAX)
  .regex(/^\P{Cc}*$/u, 'must be one line of text')

/** A period as addresses have it; null when the order is of another kind. */
function period(kind: IssueKind) {
  const example = kind === 'month' ? '2024-08' : '2024-Q3'
  return z
    .string()
    .refine((text) => isPeriod(text, kind), `must be a ${kind} such as ${example}`)
    .nullable()
    .default(null)
}

export const ACTIONS = ['publish', 'review', 'withdraw'] as const

export const publishOrder = z.strictObject({
  week: z.iso
    .date()
    .nullable()
    .default(null)
    .describe('Any date of the week, such as 2024-08-30. An order has a week, a month or a quarter.'),
  month: period('month').describe('The month instead, such as 2024-08.'),
  quarter: period('quarter').describe('The quarter instead, such as 2024-Q3.'),
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
    .describe('publish: make the next edition; review: submit the week for review; withdraw: take its edition back.'),
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
export function faultOf({ action, reason, waive, week, month, quarter }: PublishOrder): string | null {
  if ([week, month, quarter].filter((wanted) => wanted !== null).length !== 1)
    return 'An order is of one week, one month or one quarter.'
  if (action === 'withdraw' && reason === null) return 'A withdrawal needs a reason.'
  if (action !== 'publish' && waive.length > 0) return 'Warnings are waived when a week is published.'
  const twice = waive.find(({ rule }, index) => waive.findIndex((other) => other.rule === rule) !== index)
  return twice ? `The rule ${twice.rule} is waived twice.` : null
}
