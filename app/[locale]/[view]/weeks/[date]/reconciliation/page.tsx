import type { Metadata } from 'next'
import { ReconciliationPage } from '@/components/reconciliation/reconciliation-page'
import { pageView } from '@/lib/address/page-view'
import { translatorFor } from '@/lib/messages/translate'
import { getReportInputs } from '@/lib/report/build/get-report-inputs'
import { reconcile } from '@/lib/report/build/reconciliation'
import { showWeek, type WeekParams } from '../show-week'

interface ReconciliationRouteProps {
  params: WeekParams
}

export async function generateMetadata({ params }: ReconciliationRouteProps): Promise<Metadata> {
  const t = translatorFor((await pageView(params)).locale)
  return { title: `${t('reconciliation.title')} ${(await params).date}` }
}

/** Shows a week's figures under both conventions and their differences. */
export default async function Reconciliation({ params }: ReconciliationRouteProps) {
  return showWeek(params, '/reconciliation', async ({ days, asOf }, view) => {
    const inputs = await getReportInputs({ ...view, asOf, days })
    return <ReconciliationPage reconciliation={reconcile(inputs)} view={view} />
  })
}
