import type { Metadata } from 'next'
import { EditionsPage } from '@/components/publish/editions-page'
import { PublishForm, PublishNote } from '@/components/publishing/publish-form'
import { pageParameters, pageView } from '@/lib/address/page-view'
import { editionParameters } from '@/lib/address/parameters/edition-parameters'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { offersLoading } from '@/lib/desk/who-may-load'
import { translatorFor } from '@/lib/messages/translate'
import { getEditionsPage, newestNumber } from '@/lib/publish/week/get-editions-page'
import { showWeek, type WeekParams } from '../show-week'

interface EditionsRouteProps {
  params: WeekParams
}

export async function generateMetadata({ params }: EditionsRouteProps): Promise<Metadata> {
  const t = translatorFor((await pageView(params)).locale)
  return { title: `${t('publish.title')} ${(await params).date}` }
}

/** Shows the editions of a week, what each one changed, what stands before the next, and the form that publishes it. */
export default async function Editions({ params }: EditionsRouteProps) {
  return showWeek(params, '/editions', async ({ days, asOf }, view) => {
    const [page, catalogue] = await Promise.all([getEditionsPage({ ...view, asOf, days }), getLocalisedCatalogue(view)])
    const { problem = null, done = null } = pageParameters(editionParameters, view)
    const number = newestNumber(page)
    const { draft } = page
    return (
      <EditionsPage
        page={page}
        note={<PublishNote problem={problem} done={done} number={number} view={view} />}
        form={draft !== null && offersLoading() ? <PublishForm page={page} draft={draft} view={view} /> : null}
        catalogue={catalogue}
        view={view}
      />
    )
  })
}
