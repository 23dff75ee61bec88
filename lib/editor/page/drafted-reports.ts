import { LRUCache } from 'lru-cache'
import type { Locale } from '@/lib/base/locale'
import { keyAsOf } from '@/lib/db/key-as-of'
import { newestAliases } from '@/lib/db/newest-aliases'
import type { EditedWeek } from '@/lib/editor/find-week'
import { draftedReport } from '@/lib/report/bind/apply-texts'
import { getReport } from '@/lib/report/build/get-report'
import type { Report } from '@/lib/report/model/report'

export interface DraftedReports {
  /** As the product drafts them, without what the desk wrote. */
  reports: Record<Locale, Report>
  /** Newest codes of renamed series by their old ones, which older texts have. */
  renamed: ReadonlyMap<string, string>
}

/** Two weeks in both languages: somebody who writes asks for the same drafts each time that the page saves. */
const kept = new LRUCache<string, Report, () => Promise<Report>>({
  max: 4,
  fetchMethod: (_key, _stale, { context: make }) => make(),
  ignoreFetchAbort: true,
})

/** Returns the report of a week in both languages as the product drafts it. */
export async function getDraftedReports(week: EditedWeek): Promise<DraftedReports> {
  const [{ codes }, zh, en] = await Promise.all([newestAliases(), draftOf(week, 'zh'), draftOf(week, 'en')])
  return { reports: { zh, en }, renamed: codes }
}

async function draftOf(week: EditedWeek, locale: Locale): Promise<Report> {
  const make = async () => draftedReport(await getReport({ ...week, locale }))
  const { version, market, asOf, convention } = week
  const key = await keyAsOf(version, [market, asOf, convention, locale])
  return key === null ? make() : kept.forceFetch(key, { context: make })
}
