import type { Metadata } from 'next'
import { Wall } from '@/components/factor/wall'
import { portfolioGroup } from '@/components/factor/wall-groups'
import { PageFrame } from '@/components/layout/page-frame'
import { Table2 } from '@/components/report/table-2'
import { EmptyStore } from '@/components/state/empty-store'
import { pageView } from '@/lib/page-view'
import { getReport } from '@/lib/report/get-report'
import { getReportDays } from '@/lib/report/report-days'
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
  const report = await getReport({ ...view, asOf: days.last, days })
  const title = translatorFor(view.locale)('portfolios.title')
  return (
    <PageFrame view={view} path="/portfolios" current="portfolios" isDemo={report.isDemo}>
      <Wall report={report} view={view} path="/portfolios" title={title} groups={[portfolioGroup(report, view)]} />
      <Table2 report={report} view={view} path="/portfolios" isAlone />
    </PageFrame>
  )
}
