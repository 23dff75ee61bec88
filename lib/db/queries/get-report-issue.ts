import { z } from 'zod'
import { type EntryRow, entryRow } from '@/lib/catalogue/catalogue-entry'
import { prisma } from '@/lib/db/client'
import { asOfVersion } from './as-of-version'

interface Parameters {
  /** Last trading day of the week, ISO date. */
  weekEnd: string
  /** Data version as of which the catalogue is read. */
  version: number
}

/** Fields as in the schema, dates as ISO dates; `related` are earlier reports, newest first. */
export type ReportIssue = EntryRow<'report_issue'>

/** The published issue about a week; null when the week has none. */
export async function getReportIssue({ weekEnd, version }: Parameters): Promise<ReportIssue | null> {
  const rows = await prisma.$queryRaw`
    select entry
    from catalogue_entry
    where kind = 'report_issue' and key = ${weekEnd} and ${asOfVersion(version)}`
  const [row] = z.array(z.object({ entry: z.unknown() })).parse(rows)
  return row ? entryRow('report_issue', row.entry) : null
}
