/** The schema of the answer of `POST /api/v1/imports`, for its description and for stored answers. */
import { z } from 'zod'
import { foundTable } from '@/lib/import/outcome/found-table'
import { givenColumns } from '@/lib/import/outcome/given-column'
import type { ImportOutcome } from '@/lib/import/outcome/import-outcome'

const counts = {
  rowsNew: z.int().describe('Rows that the store did not hold.'),
  rowsRestated: z.int().describe('Rows that it held with another value.'),
  rowsUnchanged: z.int().describe('Rows that it held already.'),
}

const fault = z.object({
  file: z.string(),
  sheet: z.string().nullable().describe('Sheet of a workbook.'),
  row: z.int().nullable().describe('Line in the file, or row of the sheet, from 1.'),
  column: z.string().nullable(),
  value: z.string().nullable(),
  rule: z.string().describe('Which rule was broken.'),
  remedy: z.string().describe('What to do about it.'),
})

const warning = z.object({
  rule: z.string(),
  series: z.string(),
  column: z.string().nullable(),
  from: z.iso.date(),
  to: z.iso.date(),
  detail: z.string(),
})

const hold = z.object({
  rule: z.string().describe('The name under which it can be accepted.'),
  series: z.array(z.string()),
  from: z.iso.date(),
  to: z.iso.date(),
  detail: z.string(),
  examples: z
    .array(
      z.object({
        series: z.string(),
        date: z.iso.date(),
        column: z.string().describe('A leg, or week for a published figure.'),
        before: z.number().nullable(),
        after: z.number(),
      }),
    )
    .describe('Some stored values that would change.'),
})

const series = z.object({ code: z.string(), from: z.iso.date(), to: z.iso.date(), ...counts })

export const importOutcomeSchema = z.object({
  file: z.string(),
  dryRun: z.boolean(),
  version: z.int().nullable().describe('The new data version; null when nothing was written.'),
  ...counts,
  tables: z.array(foundTable).default([]).describe('What was recognised of its tables, one for each sheet.'),
  columns: givenColumns
    .default([])
    .describe(
      'Meanings given to its columns, now or in an earlier load from a file of the same name but for its digits.',
    ),
  series: z.array(series).describe('What a file of returns brought of each series.'),
  faults: z.array(fault).describe('The first 1,000. With any fault nothing was written.'),
  faultCount: z.int(),
  warnings: z.array(warning).describe('The first 1,000. A warning stops nothing.'),
  warningCount: z.int(),
  holds: z.array(hold).default([]).describe('Findings that nobody accepted. With any of them nothing was written.'),
})

type WrittenOutcome = z.infer<typeof importOutcomeSchema>

/** The answer to a request: the outcome of its file, or those of a form with several. */
export const importAnswerSchema = z.union([importOutcomeSchema, z.array(importOutcomeSchema)])

export type ImportAnswer = z.infer<typeof importAnswerSchema>

/** Returns an outcome in the form in which it is sent. */
export function writtenOutcome(outcome: ImportOutcome): WrittenOutcome {
  return importOutcomeSchema.parse(outcome)
}
