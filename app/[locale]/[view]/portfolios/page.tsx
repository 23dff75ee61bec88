import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageFrame } from '@/components/layout/page-frame'
import { PortfolioDashboard } from '@/components/portfolios/portfolio-dashboard'
import { ExportTables } from '@/components/scripts/export-tables'
import { EmptyStore } from '@/components/state/empty-store'
import { pageParameters, pageView } from '@/lib/address/page-view'
import { portfolioParameters } from '@/lib/address/parameters/portfolio-parameters'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { portfolioTables } from '@/lib/api/page-tables'
import { translatorFor } from '@/lib/messages/translate'
import { getPortfolios } from '@/lib/workbench/portfolios/get-portfolios'

interface PortfoliosPageProps {
  params: Promise<{ locale: string; view: string }>
}

export async function generateMetadata({ params }: PortfoliosPageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('portfolios.title') }
}

/** Shows the portfolios side by side, and each one with its lines, statistics, months and contributions. */
export default async function PortfoliosPage({ params }: PortfoliosPageProps) {
  const view = await pageView(params)
  const days = await getReportDays(view.version, view.market)
  if (!days) return <EmptyStore view={view} page="portfolios" />
  const parameters = pageParameters(portfolioParameters, view)
  const model = await getPortfolios(view, days, parameters)
  if (!model) notFound()
  const { report, portfolios, restated } = model
  const codes = portfolios.map(({ row }) => row.code)
  const known = portfolios.flatMap(({ statistics }) => statistics ?? [])
  const from = parameters.period && known[0]?.from
  return (
    <PageFrame view={view} path="/portfolios" current="portfolios" isDemo={report.isDemo} restated={restated}>
      <PortfolioDashboard model={model} view={view} parameters={parameters} />
      <ExportTables view={view} tables={portfolioTables(view, parameters.asOf && report.week.asOf, { codes, from })} />
    </PageFrame>
  )
}
