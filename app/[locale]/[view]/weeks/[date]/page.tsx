import type { Metadata } from 'next'
import { ReportPage } from '@/components/report/report-page'
import { getReport } from '@/lib/report/build/get-report'
import { showWeek, type WeekParams } from './show-week'

interface WeekPageProps {
  params: WeekParams
}

export async function generateMetadata({ params }: WeekPageProps): Promise<Metadata> {
  return { title: (await params).date }
}

/** Shows the report of one week; redirects other dates of the week to its last trading day. */
export default async function WeekPage({ params }: WeekPageProps) {
  return showWeek(params, '', async (week, view) => {
    const report = await getReport({ ...view, asOf: week.asOf, days: week.days })
    return <ReportPage report={report} choice={week} view={view} path={`/weeks/${week.asOf}`} />
  })
}
