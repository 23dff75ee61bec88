import type { Locale } from '@/lib/base/locale'
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

/** Returns the report of a week in both languages as the product drafts it. */
export async function getDraftedReports(week: EditedWeek): Promise<DraftedReports> {
  const report = async (locale: Locale) => draftedReport(await getReport({ ...week, locale }))
  const [{ codes }, zh, en] = await Promise.all([newestAliases(), report('zh'), report('en')])
  return { reports: { zh, en }, renamed: codes }
}
