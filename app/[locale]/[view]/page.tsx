import { ReportPage } from '@/components/report/report-page'
import { EmptyStore } from '@/components/state/empty-store'
import { pageView } from '@/lib/address/page-view'
import { findWeek } from '@/lib/analysis/weeks/find-week'
import { getWeekStatus } from '@/lib/publish/week/week-status'
import { getReport } from '@/lib/report/build/get-report'

/** Shows the latest week. */
export default async function LatestWeekPage({ params }: { params: Promise<{ locale: string; view: string }> }) {
  const view = await pageView(params)
  const latest = await findWeek(view)
  if (latest.kind !== 'week') return <EmptyStore view={view} page="week" />
  const report = await getReport({ ...view, asOf: latest.asOf, days: latest.days })
  const status = await getWeekStatus(report, { days: latest.days, editions: view.editions })
  return <ReportPage report={report} status={status} choice={latest} view={view} path="/" />
}
