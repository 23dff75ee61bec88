import type { Metadata } from 'next'
import { PageFrame } from '@/components/layout/page-frame'
import { LoadFiles } from '@/components/upload/load-files'
import { pageParameters, pageView } from '@/lib/address/page-view'
import { loadParameters } from '@/lib/address/parameters/load-parameters'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'
import { translatorFor } from '@/lib/messages/translate'
import { getLoadPage } from '@/lib/upload/get-load-page'

interface LoadPageProps {
  params: Promise<{ locale: string; view: string }>
}

export async function generateMetadata({ params }: LoadPageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('load.title') }
}

/** Loads files in the browser: choose, check, load. The proxy lets nobody keep it, since an upload goes on. */
export default async function DataLoadPage({ params }: LoadPageProps) {
  const view = await pageView(params)
  const { upload, problem } = pageParameters(loadParameters, view)
  const [page, catalogue, isDemo] = await Promise.all([
    getLoadPage({ upload, problem, latest: view.latest }),
    getLocalisedCatalogue(view),
    wasDemoLoaded(view),
  ])
  return (
    <PageFrame view={view} path="/data/load" current="data" isDemo={isDemo}>
      <LoadFiles page={page} catalogue={catalogue} view={view} />
    </PageFrame>
  )
}
