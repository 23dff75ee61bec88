/** What an order did, or would do in a dry run: the answer of the command and of HTTP. */
import { z } from 'zod'
import { WINDOW_KINDS } from '@/lib/base/window-kind'
import { editionDocument } from '@/lib/editions/edition-record'
import { EDITION_STATES } from '@/lib/editions/states'
import { ACTIONS } from './publish-order'

export const publishOutcome = z.object({
  action: z.enum(ACTIONS),
  dryRun: z.boolean(),
  market: z.string(),
  window: z.enum(WINDOW_KINDS).describe('What it is of: week, month or quarter.'),
  asOf: z.iso.date().describe('Its last trading day.'),
  version: z
    .int()
    .nullable()
    .describe('The data version that was published or submitted; null when nothing was written.'),
  dataVersion: z.int().describe('The data version that the order is about.'),
  number: z
    .int()
    .nullable()
    .describe('Number of the edition in its week, month or quarter; null for one that is submitted for review.'),
  state: z.enum([...EDITION_STATES, 'in-review']).describe('The state of the week after the order.'),
  isReady: z.boolean().describe('Does nothing block, and is every warning waived?'),
  gate: z
    .array(
      z.object({
        rule: z.string(),
        blocks: z.boolean(),
        series: z.string().nullable(),
        text: z.string(),
        waivedBecause: z.string().nullable(),
      }),
    )
    .describe('What the gate finds: what blocks first, then what warns.'),
  changes: z
    .array(
      z.object({
        series: z.string(),
        measure: z.string(),
        column: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    )
    .describe('Figures that differ from the last edition of the week, as printed.'),
  documents: z.array(editionDocument).describe('The documents that were frozen.'),
  hash: z.string().nullable().describe('Hash of the edition, which stands for all editions up to it.'),
})

export type PublishOutcome = z.infer<typeof publishOutcome>
