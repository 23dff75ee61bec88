/** What a rename did, or would do in a dry run: the answer of the command and of HTTP. */

import { z } from 'zod'
import { SERIES_TABLES } from '@/lib/catalogue/series-kinds'

export const renameOutcome = z.object({
  dryRun: z.boolean(),
  version: z.int().nullable().describe('The new data version; null when nothing was written.'),
  kind: z.enum(SERIES_TABLES),
  series: z.string().describe('Its code before.'),
  to: z.string().describe('Its code afterwards, in every version.'),
  reason: z.string().nullable(),
  rows: z.int().describe('Daily rows that the rename carries along, those of earlier versions too.'),
  oldCodes: z.array(z.string()).describe('Old codes whose addresses lead to the series afterwards.'),
})

export type RenameOutcome = z.infer<typeof renameOutcome>
