import { z } from 'zod'
import type { Locale } from '@/lib/base/locale'
import { type EntryRow, entryRow } from '@/lib/catalogue/catalogue-entry'
import { type Localised, localise } from '@/lib/catalogue/localise'
import { storeAsOf } from '@/lib/db/store-as-of'
import { currentScope } from '@/lib/scope/current-scope'
import type { ReadScope } from '@/lib/scope/read-scope'
import { asOfVersion } from './as-of-version'
import { readDataRange } from './get-data-range'

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

/** Returns the published issue about a week; null when the week has none, or the current scope not all that it is about. */
export async function getReportIssue({ weekEnd, version, locale }: Parameters): Promise<ReportIssue | null> {
  if (!(await hasDefaultMarket(currentScope(), version))) return null
  const rows = await storeAsOf(version).$queryRaw`
    select entry
    from catalogue_entry
    where kind = 'report_issue' and key = ${weekEnd} and ${asOfVersion(version)}`
  const [row] = z.array(z.object({ entry: z.unknown() })).parse(rows)
  return row ? localisedIssue(entryRow('report_issue', row.entry), locale) : null
}

/** Returns whether a scope has the whole market that issues are about: the first one with data. */
async function hasDefaultMarket({ markets, series }: ReadScope, version: number): Promise<boolean> {
  if (series !== null) return false
  if (markets === null) return true
  const [first] = await readDataRange(version)
  return first !== undefined && markets.includes(first.market)
}

export function localisedIssue(issue: EntryRow<'report_issue'>, locale: Locale): ReportIssue {
  return { ...localise(issue, locale), related: issue.related.map((report) => localise(report, locale)) }
}
