/** What was recognised of the tables of a file, before their rows are checked. */
import { z } from 'zod'
import { SECTIONS } from '@/lib/catalogue/catalogue-fields'
import { KINDS } from '@/lib/catalogue/series-kinds'

export const foundTable = z.object({
  sheet: z.string().nullable().describe('Sheet of a workbook.'),
  kind: z
    .enum([...KINDS, ...SECTIONS])
    .nullable()
    .describe('What it holds; null when the header does not say it.'),
  layout: z
    .enum(['long', 'wide', 'tidy', 'catalogue'])
    .nullable()
    .describe('A row for each date and series, date, or date, series and leg; or entries of the catalogue.'),
  unit: z.enum(['percent', 'decimal']).nullable().describe('How returns are written; null where nothing says it.'),
  line: z.int().describe('Line or row of the header, from 1.'),
  rows: z.int().describe('Rows below the header.'),
  header: z.array(z.string()).describe('The first 100 names of columns, as the file writes them.'),
  sample: z.array(z.array(z.string())).describe('The first three rows, as far as the header is listed.'),
})

export type FoundTable = z.infer<typeof foundTable>
