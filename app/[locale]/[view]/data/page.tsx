import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { VersionList } from '@/components/data/version-list'
import { PageFrame } from '@/components/layout/page-frame'
import { EmptyStore } from '@/components/state/empty-store'
import { pageParameters, pageView } from '@/lib/address/page-view'
import { dataParameters, pageNumber } from '@/lib/address/parameters/data-parameters'
import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'
import { offersLoading } from '@/lib/desk/who-may-load'
import { translatorFor } from '@/lib/messages/translate'
import { getDataPage } from '@/lib/workbench/versions/get-data-page'

interface DataPageProps {
  params: Promise<{ locale: string; view: string }>
}

export async function generateMetadata({ params }: DataPageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('data.title') }
}

/** Lists every load, newest first: its file, its changes, series and dates. */
export default async function DataVersionsPage({ params }: DataPageProps) {
  const view = await pageView(params)
  if (view.version === 0) return <EmptyStore view={view} page="data" />
  const page = pageNumber(pageParameters(dataParameters, view))
  const [shown, isDemo] = await Promise.all([getDataPage({ ...view, page }), wasDemoLoaded(view)])
  if (shown === null) notFound()
  return (
    <PageFrame view={view} path="/data" current="data" isDemo={isDemo}>
      <VersionList page={shown} mayLoad={offersLoading()} view={view} />
    </PageFrame>
  )
}
