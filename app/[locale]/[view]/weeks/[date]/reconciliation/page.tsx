import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReconciliationPage } from '@/components/reconciliation/reconciliation-page'
import { pageParameters, pageView } from '@/lib/address/page-view'
import { partParameters } from '@/lib/address/parameters/week-parameters'
import { translatorFor } from '@/lib/messages/translate'
import { getReconciliation } from '@/lib/report/build/get-reconciliation'
import { showWeek, type WeekParams } from '../show-week'

interface ReconciliationRouteProps {
  params: WeekParams
}

export async function generateMetadata({ params }: ReconciliationRouteProps): Promise<Metadata> {
  const t = translatorFor((await pageView(params)).locale)
  return { title: `${t('reconciliation.title')} ${(await params).date}` }
}

/** Shows a week's figures under both conventions and their differences, a page of many factors at a time. */
export default async function Reconciliation({ params }: ReconciliationRouteProps) {
  return showWeek(params, '/reconciliation', async ({ days, asOf }, view) => {
    const { page = '1' } = pageParameters(partParameters, view)
    const part = await getReconciliation({ ...view, asOf, days }, Number(page))
    if (part === null) notFound()
    return <ReconciliationPage part={part} view={view} />
  })
}
