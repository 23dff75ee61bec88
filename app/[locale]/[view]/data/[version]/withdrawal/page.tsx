import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageFrame } from '@/components/layout/page-frame'
import { WithdrawVersion } from '@/components/upload/withdraw-version'
import { pageParameters, pageView } from '@/lib/address/page-view'
import { withdrawalParameters } from '@/lib/address/parameters/load-parameters'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'
import { translatorFor } from '@/lib/messages/translate'
import { getWithdrawalPage } from '@/lib/upload/get-withdrawal-page'

interface WithdrawalPageProps {
  params: Promise<{ locale: string; view: string; version: string }>
}

export async function generateMetadata({ params }: WithdrawalPageProps): Promise<Metadata> {
  const t = translatorFor((await pageView(params)).locale)
  return { title: t('load.withdrawTitle', { version: (await params).version }) }
}

/** Shows what the withdrawal of a version would do, and carries it out with a reason. */
export default async function DataWithdrawalPage({ params }: WithdrawalPageProps) {
  const view = await pageView(params)
  const { version } = await params
  if (!/^[1-9]\d{0,8}$/.test(version) || Number(version) > view.latest) notFound()
  const { problem = null } = pageParameters(withdrawalParameters, view)
  const [page, catalogue, isDemo] = await Promise.all([
    getWithdrawalPage(Number(version), problem),
    getLocalisedCatalogue(view),
    wasDemoLoaded(view),
  ])
  return (
    <PageFrame view={view} path={`/data/${version}/withdrawal`} current="data" isDemo={isDemo}>
      <WithdrawVersion version={Number(version)} page={page} catalogue={catalogue} view={view} />
    </PageFrame>
  )
}
