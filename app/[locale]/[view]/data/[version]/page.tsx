import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { VersionChanges } from '@/components/data/version-changes'
import { PageFrame } from '@/components/layout/page-frame'
import { pageParameters, pageView } from '@/lib/address/page-view'
import { dataParameters, pageNumber } from '@/lib/address/parameters/data-parameters'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'
import { offersLoading } from '@/lib/desk/who-may-load'
import { translatorFor } from '@/lib/messages/translate'
import { getVersionPage } from '@/lib/workbench/versions/get-version-page'

interface VersionPageProps {
  params: Promise<{ locale: string; view: string; version: string }>
}

export async function generateMetadata({ params }: VersionPageProps): Promise<Metadata> {
  const t = translatorFor((await pageView(params)).locale)
  return { title: t('data.version', { version: (await params).version }) }
}

/** Shows the changes of one load: each value before and after, and the published figures that it moved. */
export default async function DataVersionPage({ params }: VersionPageProps) {
  const view = await pageView(params)
  const { version } = await params
  if (!/^[1-9]\d{0,8}$/.test(version) || Number(version) > view.version) notFound()
  const shown = pageNumber(pageParameters(dataParameters, view))
  const [page, catalogue, isDemo] = await Promise.all([
    getVersionPage(Number(version), { ...view, page: shown }),
    getLocalisedCatalogue(view),
    wasDemoLoaded(view),
  ])
  if (page === null) notFound()
  const mayWithdraw = offersLoading() && page.version.kind !== 'rename'
  return (
    <PageFrame view={view} path={`/data/${version}`} current="data" isDemo={isDemo}>
      <VersionChanges page={page} catalogue={catalogue} shown={shown} mayWithdraw={mayWithdraw} view={view} />
    </PageFrame>
  )
}
