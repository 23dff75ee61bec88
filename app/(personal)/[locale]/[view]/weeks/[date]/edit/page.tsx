import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { showWeek, type WeekParams } from '@/app/[locale]/[view]/weeks/[date]/show-week'
import { EditPage } from '@/components/editor/edit-page'
import { pageView } from '@/lib/address/page-view'
import { addressOf } from '@/lib/address/view'
import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'
import { whoMayLoad } from '@/lib/desk/who-may-load'
import { editorParameters } from '@/lib/editor/page/editor-parameters'
import { getEditorModel } from '@/lib/editor/page/get-editor-model'
import { translatorFor } from '@/lib/messages/translate'

interface EditRouteProps {
  params: WeekParams
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata({ params }: EditRouteProps): Promise<Metadata> {
  const t = translatorFor((await pageView(params)).locale)
  return { title: `${t('edit.title')} ${(await params).date}` }
}

/** Shows the texts of a week to those who write them, always as of the newest data. */
export default async function Edit({ params, searchParams }: EditRouteProps) {
  const writer = whoMayLoad((await headers()).get('x-forwarded-for'))
  const query = editorParameters.parse(await searchParams)
  return showWeek(params, '/edit', async ({ days, asOf }, view) => {
    if (view.isPinned) redirect(addressOf(`/weeks/${asOf}/edit`, { ...view, isPinned: false }))
    const isDemo = await wasDemoLoaded(view)
    if (writer === null) return <EditPage asOf={asOf} isDemo={isDemo} shown={null} view={view} />
    const { version, convention } = view
    const week = { version, convention, market: days.market, days, asOf }
    const shown = await getEditorModel({ week, view, by: writer.name, ...query })
    return <EditPage asOf={asOf} isDemo={isDemo} shown={shown} view={view} />
  })
}
