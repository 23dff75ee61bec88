import type { Metadata } from 'next'
import { Wall } from '@/components/factor/wall'
import { factorGroups, portfolioGroup } from '@/components/factor/wall-groups'
import { PageFrame } from '@/components/layout/page-frame'
import { TakeAwayTables } from '@/components/scripts/take-away-tables'
import { EmptyStore } from '@/components/state/empty-store'
import { overviewTables } from '@/lib/api/page-tables'
import { pageView } from '@/lib/page-view'
import { getReport } from '@/lib/report/get-report'
import { getReportDays } from '@/lib/report/report-days'
import { translatorFor } from '@/lib/translate'

interface FactorsPageProps {
  params: Promise<{ locale: string; view: string }>
}

export async function generateMetadata({ params }: FactorsPageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('factors.title') }
}

/** Every factor and portfolio as a small multiple. */
export default async function FactorsPage({ params }: FactorsPageProps) {
  const view = await pageView(params)
  const days = await getReportDays(view.version, view.market)
  if (!days) return <EmptyStore view={view} />
  const report = await getReport({ ...view, asOf: days.last, days })
  const title = translatorFor(view.locale)('factors.title')
  const groups = [...factorGroups(report, view), portfolioGroup(report, view)].filter(({ rows }) => rows.length > 0)
  return (
    <PageFrame view={view} path="/factors" current="factors" isDemo={report.isDemo}>
      <Wall report={report} view={view} path="/factors" title={title} groups={groups} />
      <TakeAwayTables view={view} tables={overviewTables(view, undefined)} />
    </PageFrame>
  )
}
