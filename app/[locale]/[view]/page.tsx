import { ReportPage } from '@/components/report/report-page'
import { EmptyStore } from '@/components/state/empty-store'
import { pageView } from '@/lib/address/page-view'
import { getReportDays } from '@/lib/analysis/report-days'
import { chooseWeek } from '@/lib/analysis/week-choice'
import { getReport } from '@/lib/report/build/get-report'

/** The latest week. */
export default async function LatestWeekPage({ params }: { params: Promise<{ locale: string; view: string }> }) {
  const view = await pageView(params)
  const days = await getReportDays(view.version, view.market)
  if (!days) return <EmptyStore view={view} />
  const choice = chooseWeek(days.last, days.reported)
  const report = await getReport({ ...view, asOf: days.last, days })
  return <ReportPage report={report} choice={choice} view={view} path="/" />
}
