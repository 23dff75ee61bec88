import type { Metadata } from 'next'
import { EditionsPage } from '@/components/publish/editions-page'
import { pageView } from '@/lib/address/page-view'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { translatorFor } from '@/lib/messages/translate'
import { getEditionsPage } from '@/lib/publish/week/get-editions-page'
import { showWeek, type WeekParams } from '../show-week'

interface EditionsRouteProps {
  params: WeekParams
}

export async function generateMetadata({ params }: EditionsRouteProps): Promise<Metadata> {
  const t = translatorFor((await pageView(params)).locale)
  return { title: `${t('publish.title')} ${(await params).date}` }
}

/** Shows the editions of a week, what each one changed, and what stands before the next. */
export default async function Editions({ params }: EditionsRouteProps) {
  return showWeek(params, '/editions', async ({ days, asOf }, view) => {
    const [page, catalogue] = await Promise.all([getEditionsPage({ ...view, asOf, days }), getLocalisedCatalogue(view)])
    return <EditionsPage page={page} catalogue={catalogue} view={view} />
  })
}
