import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { EmptyStore } from '@/components/state/empty-store'
import { NoWeek } from '@/components/state/no-week'
import { pageView } from '@/lib/address/page-view'
import { addressOf } from '@/lib/address/view'
import { getReportDays } from '@/lib/analysis/report-days'
import { chooseWeek } from '@/lib/analysis/week-choice'
import { isIsoDate } from '@/lib/base/dates'
import { translatorFor } from '@/lib/messages/translate'
import { getReportInputs } from '@/lib/report/build/get-report-inputs'
import { reconcile } from '@/lib/report/build/reconciliation'
import { ReconciliationPage } from '../../../../../../components/reconciliation/reconciliation-page'

interface ReconciliationRouteProps {
  params: Promise<{ locale: string; view: string; date: string }>
}

export async function generateMetadata({ params }: ReconciliationRouteProps): Promise<Metadata> {
  const t = translatorFor((await pageView(params)).locale)
  return { title: `${t('reconciliation.title')} ${(await params).date}` }
}

/** A week's figures under both conventions, and where they part. */
export default async function Reconciliation({ params }: ReconciliationRouteProps) {
  const view = await pageView(params)
  const { date } = await params
  if (!isIsoDate(date)) notFound()
  const days = await getReportDays(view.version, view.market)
  if (!days) return <EmptyStore view={view} />
  const choice = chooseWeek(date, days.reported)
  if (choice.kind !== 'report') return <NoWeek choice={choice} date={date} days={days} view={view} />
  const { asOf } = choice
  if (asOf !== date) redirect(addressOf(`/weeks/${asOf}/reconciliation`, view))
  const inputs = await getReportInputs({ ...view, asOf, days })
  return <ReconciliationPage reconciliation={reconcile(inputs)} view={view} />
}
