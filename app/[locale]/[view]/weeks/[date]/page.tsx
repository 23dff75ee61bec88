import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { FamilyReportPage } from '@/components/report/family-report-page'
import { familyPages } from '@/components/report/many/many-tables'
import { ReportPage } from '@/components/report/report-page'
import { pageParameters } from '@/lib/address/page-view'
import { weekParameters } from '@/lib/address/parameters/week-parameters'
import { addressOf, type View } from '@/lib/address/view'
import type { FoundWeek } from '@/lib/analysis/weeks/find-week'
import { getWeekStatus } from '@/lib/publish/week/week-status'
import { getFamilyReport, getReport } from '@/lib/report/build/get-report'
import { showWeek, type WeekParams } from './show-week'

interface WeekPageProps {
  params: WeekParams
}

export async function generateMetadata({ params }: WeekPageProps): Promise<Metadata> {
  return { title: (await params).date }
}

/** Shows the report of one week, or a family of it; redirects other dates of the week to its last trading day. */
export default async function WeekPage({ params }: WeekPageProps) {
  return showWeek(params, '', async (week, view) => {
    const { family, page = '1' } = pageParameters(weekParameters, view)
    if (family !== undefined) return showFamily(week, view, { family, page: Number(page) })
    const report = await getReport({ ...view, asOf: week.asOf, days: week.days })
    if (Number(page) > familyPages(report.many)) notFound()
    const status = await getWeekStatus(report, { days: week.days, editions: view.editions })
    const path = `/weeks/${week.asOf}`
    return <ReportPage report={report} status={status} choice={week} view={view} path={path} page={Number(page)} />
  })
}

/** Shows a page of a family; the week itself when its report shows every factor. */
async function showFamily(week: FoundWeek, view: View, part: { family: string; page: number }) {
  const report = await getFamilyReport({ ...view, asOf: week.asOf, days: week.days }, part)
  if (report === 'few') redirect(addressOf(`/weeks/${week.asOf}#table-1`, view))
  if (report === 'none' || !report.many?.shown) notFound()
  return <FamilyReportPage report={report} many={report.many} shown={report.many.shown} choice={week} view={view} />
}
