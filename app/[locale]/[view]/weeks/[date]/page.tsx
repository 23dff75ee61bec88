import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ReportPage } from '@/components/report/report-page'
import { EmptyStore } from '@/components/state/empty-store'
import { NoWeek } from '@/components/state/no-week'
import { pageView } from '@/lib/address/page-view'
import { addressOf } from '@/lib/address/view'
import { getReportDays } from '@/lib/analysis/report-days'
import { chooseWeek } from '@/lib/analysis/week-choice'
import { isIsoDate } from '@/lib/base/dates'
import { getReport } from '@/lib/report/build/get-report'

interface WeekPageProps {
  params: Promise<{ locale: string; view: string; date: string }>
}

export async function generateMetadata({ params }: WeekPageProps): Promise<Metadata> {
  return { title: (await params).date }
}

/** One week's report. Any date of a week leads to its last trading day. */
export default async function WeekPage({ params }: WeekPageProps) {
  const view = await pageView(params)
  const { date } = await params
  if (!isIsoDate(date)) notFound()
  const days = await getReportDays(view.version, view.market)
  if (!days) return <EmptyStore view={view} />
  const choice = chooseWeek(date, days.reported)
  if (choice.kind !== 'report') return <NoWeek choice={choice} date={date} days={days} view={view} />
  if (choice.asOf !== date) redirect(addressOf(`/weeks/${choice.asOf}`, view))
  const report = await getReport({ ...view, asOf: choice.asOf, days })
  return <ReportPage report={report} choice={choice} view={view} path={`/weeks/${choice.asOf}`} />
}
