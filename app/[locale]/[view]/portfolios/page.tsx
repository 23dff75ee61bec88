import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Wall } from '@/components/factor/wall'
import { wallGroups } from '@/components/factor/wall-groups'
import { PageFrame } from '@/components/layout/page-frame'
import { Table2 } from '@/components/report/table-2'
import { TakeAwayTables } from '@/components/scripts/take-away-tables'
import { EmptyStore } from '@/components/state/empty-store'
import { overviewTables } from '@/lib/api/page-tables'
import { pageParameters, pageView } from '@/lib/page-view'
import { pathWith } from '@/lib/parameters/packed'
import { wallParameters } from '@/lib/parameters/wall-parameters'
import { getReportDays } from '@/lib/report/report-days'
import { getWall } from '@/lib/series/get-wall'
import { translatorFor } from '@/lib/translate'

interface PortfoliosPageProps {
  params: Promise<{ locale: string; view: string }>
}

export async function generateMetadata({ params }: PortfoliosPageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('portfolios.title') }
}

/** The portfolios as small multiples and as a table. */
export default async function PortfoliosPage({ params }: PortfoliosPageProps) {
  const view = await pageView(params)
  const days = await getReportDays(view.version, view.market)
  if (!days) return <EmptyStore view={view} />
  const question = pageParameters(wallParameters, view)
  const all = await getWall(view, days, question)
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
        question={question}
        families={[]}
        path="/portfolios"
        title={translatorFor(view.locale)('portfolios.title')}
        groups={wallGroups(report, wall.series, question, view)}
      />
      {question.show !== 'table' && (
        <Table2 report={report} view={view} path={pathWith('/portfolios', view.parameters)} section={null} />
      )}
      <TakeAwayTables view={view} tables={overviewTables(view, question.asOf && report.week.asOf, '/portfolios')} />
    </PageFrame>
  )
}
