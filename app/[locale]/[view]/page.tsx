import { ReportPage } from '@/components/report/report-page'
import { EmptyStore } from '@/components/state/empty-store'
import { pageView } from '@/lib/address/page-view'
import { findWeek } from '@/lib/analysis/weeks/find-week'
import { getReport } from '@/lib/report/build/get-report'

/** Shows the latest week. */
export default async function LatestWeekPage({ params }: { params: Promise<{ locale: string; view: string }> }) {
  const view = await pageView(params)
  const latest = await findWeek(view)
  if (latest.kind !== 'week') return <EmptyStore view={view} page="week" />
  const report = await getReport({ ...view, asOf: latest.asOf, days: latest.days })
  return <ReportPage report={report} choice={latest} view={view} path="/" />
}
