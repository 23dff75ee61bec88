/** What a withdrawal did, or would do in a dry run: the answer of the command and of HTTP. */
import { z } from 'zod'
import { KINDS } from '@/lib/catalogue/series-kinds'

/** Kept rows and changes are listed up to this number, and counted beyond it. */
export const LISTED_MAX = 1_000

const withdrawalCounts = {
  rowsWithdrawn: z.int().describe('Rows that had no earlier value: now the store has none.'),
  rowsRestated: z.int().describe('Rows that have their earlier value again.'),
  rowsNew: z.int().describe('Rows that an earlier withdrawal had taken away and that are in force again.'),
  rowsUnchanged: z.int().describe('Rows left as they are, because a later version changed them.'),
}

const values = z.record(z.string(), z.number().nullable()).nullable()
const entry = z.record(z.string(), z.unknown()).nullable()
const ofSeries = { kind: z.enum(KINDS), code: z.string() }
const span = { from: z.iso.date(), to: z.iso.date() }

export const withdrawalOutcome = z.object({
  dryRun: z.boolean(),
  version: z.int().nullable().describe('The new data version; null when nothing was written.'),
  withdrawnVersion: z.int().nullable().describe('The version that was taken back, if one was named.'),
  reason: z.string().nullable(),
  ...withdrawalCounts,
  series: z.array(z.object({ ...ofSeries, ...span, ...withdrawalCounts })),
  changes: z
    .array(z.object({ ...ofSeries, date: z.iso.date(), before: values, after: values }))
    .describe('The first 1,000 rows that change; null where there is no row.'),
  kept: z
    .array(z.object({ ...ofSeries, ...span, rows: z.int(), version: z.int() }))
    .describe('Rows left as they are, with the later version that changed them; the first 1,000.'),
  entries: z
    .array(z.object({ kind: z.string(), key: z.string(), before: entry, after: entry }))
    .describe('The first 1,000 entries of the catalogue that change; null where there is none.'),
  keptEntries: z
    .array(z.object({ kind: z.string(), key: z.string(), version: z.int() }))
    .describe('Entries left as they are, with the later version that changed them; the first 1,000.'),
  weeks: z.array(z.object({ ...span, rows: z.int() })).describe('Weeks with changed rows: first and last such date.'),
  newestDays: z
    .array(z.object({ market: z.string(), before: z.iso.date().nullable(), after: z.iso.date().nullable() }))
    .describe('The newest day with returns of each market, which is in its newest week.'),
})

export type WithdrawalOutcome = z.infer<typeof withdrawalOutcome>
export type WithdrawnSeries = WithdrawalOutcome['series'][number]
