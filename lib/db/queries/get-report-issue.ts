import { z } from 'zod'
import type { Locale } from '@/lib/base/locale'
import { type EntryRow, entryRow } from '@/lib/catalogue/catalogue-entry'
import { type Localised, localise } from '@/lib/catalogue/localise'
import { storeAsOf } from '@/lib/db/store-as-of'
import { asOfVersion } from './as-of-version'

interface Parameters {
  /** Last trading day of the week, ISO date. */
  weekEnd: string
  /** Data version as of which the catalogue is read. */
  version: number
  locale: Locale
}

/** Fields as in the schema, texts in the reader's language, dates as ISO dates; `related` are earlier reports, newest first. */
export type ReportIssue = Omit<Localised<EntryRow<'report_issue'>>, 'related'> & {
  related: { date: string; title: string }[]
}

/** Returns the published issue about a week; null when the week has none. */
export async function getReportIssue({ weekEnd, version, locale }: Parameters): Promise<ReportIssue | null> {
  const rows = await storeAsOf(version).$queryRaw`
    select entry
    from catalogue_entry
    where kind = 'report_issue' and key = ${weekEnd} and ${asOfVersion(version)}`
  const [row] = z.array(z.object({ entry: z.unknown() })).parse(rows)
  return row ? localisedIssue(entryRow('report_issue', row.entry), locale) : null
}

export function localisedIssue(issue: EntryRow<'report_issue'>, locale: Locale): ReportIssue {
  return { ...localise(issue, locale), related: issue.related.map((report) => localise(report, locale)) }
}
