import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageFrame } from '@/components/layout/page-frame'
import { Table2 } from '@/components/report/table/table-2'
import { ExportTables } from '@/components/scripts/export-tables'
import { EmptyStore } from '@/components/state/empty-store'
import { Wall } from '@/components/wall/wall'
import { wallGroups } from '@/components/wall/wall-groups'
import { pageParameters, pageView } from '@/lib/address/page-view'
import { pathWith } from '@/lib/address/parameters/packed'
import { wallParameters } from '@/lib/address/parameters/wall-parameters'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { overviewTables } from '@/lib/api/page-tables'
import { translatorFor } from '@/lib/messages/translate'
import { getWall } from '@/lib/workbench/wall/get-wall'

interface PortfoliosPageProps {
  params: Promise<{ locale: string; view: string }>
}

export async function generateMetadata({ params }: PortfoliosPageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('portfolios.title') }
}

/** Shows the portfolios as small multiples and as a table. */
export default async function PortfoliosPage({ params }: PortfoliosPageProps) {
  const view = await pageView(params)
  const days = await getReportDays(view.version, view.market)
  if (!days) return <EmptyStore view={view} />
  const parameters = pageParameters(wallParameters, view)
  const all = await getWall(view, days, parameters)
  if (!all) notFound()
  const { report } = all
  const wall = { ...all, series: all.series.filter(({ family }) => family === 'portfolios') }
  const codes = new Set(report.table2.map(({ code }) => code))
  const restated = all.restated.filter(({ code }) => codes.has(code))
  return (
    <PageFrame view={view} path="/portfolios" current="portfolios" isDemo={report.isDemo} restated={restated}>
      <Wall
        wall={wall}
        view={view}
        parameters={parameters}
        families={[]}
        path="/portfolios"
        title={translatorFor(view.locale)('portfolios.title')}
        groups={wallGroups(report, wall.series, parameters, view)}
      />
      {parameters.show !== 'table' && (
        <Table2 report={report} view={view} path={pathWith('/portfolios', view.parameters)} section={null} />
      )}
      <ExportTables view={view} tables={overviewTables(view, parameters.asOf && report.week.asOf, '/portfolios')} />
    </PageFrame>
  )
}
