import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageFrame } from '@/components/layout/page-frame'
import { ExportTables } from '@/components/scripts/export-tables'
import { EmptyStore } from '@/components/state/empty-store'
import { Wall } from '@/components/wall/wall'
import { wallFamilies, wallGroups } from '@/components/wall/wall-groups'
import { pageParameters, pageView } from '@/lib/address/page-view'
import { wallParameters } from '@/lib/address/parameters/wall-parameters'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { overviewTables } from '@/lib/api/page-tables'
import { translatorFor } from '@/lib/messages/translate'
import { getWall } from '@/lib/workbench/wall/get-wall'

interface FactorsPageProps {
  params: Promise<{ locale: string; view: string }>
}

export async function generateMetadata({ params }: FactorsPageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('factors.title') }
}

/** Shows every factor and portfolio as a small multiple. */
export default async function FactorsPage({ params }: FactorsPageProps) {
  const view = await pageView(params)
  const days = await getReportDays(view.version, view.market)
  if (!days) return <EmptyStore view={view} page="factors" />
  const parameters = pageParameters(wallParameters, view)
  const wall = await getWall(view, days, parameters)
  if (!wall) notFound()
  const { report, restated, shown } = wall
  const hasMultiples = shown.length > 0 && parameters.show !== 'table'
  return (
    <PageFrame
      view={view}
      path="/factors"
      paintAfter={hasMultiples ? 'first-screen' : undefined}
      current="factors"
      isDemo={report.isDemo}
      restated={restated}
    >
      <Wall
        wall={wall}
        view={view}
        parameters={parameters}
        families={wallFamilies(wall, view).map(({ code, name }) => ({ value: code, label: name }))}
        path="/factors"
        title={translatorFor(view.locale)('factors.title')}
        groups={wallGroups(wall, parameters, view)}
      />
      <ExportTables view={view} tables={overviewTables(view, parameters.asOf && wall.report.week.asOf)} />
    </PageFrame>
  )
}
