import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { EditionsPage } from '@/components/publish/editions-page'
import { familyPages } from '@/components/report/many/many-tables'
import { ReportPage } from '@/components/report/report-page'
import { EmptyStore } from '@/components/state/empty-store'
import { NoIssue } from '@/components/state/no-issue'
import { pageParameters, pageView } from '@/lib/address/page-view'
import { partParameters } from '@/lib/address/parameters/week-parameters'
import { reportPath } from '@/lib/address/report-path'
import { addressOf, type View } from '@/lib/address/view'
import { type FoundIssue, findIssue } from '@/lib/analysis/weeks/find-issue'
import { firstDateOf, type IssueKind, isPeriod } from '@/lib/base/window-kind'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'
import { isComplete } from '@/lib/editions/get-editions'
import { translatorFor } from '@/lib/messages/translate'
import { getEditionsPage } from '@/lib/publish/week/get-editions-page'
import { getWeekStatus } from '@/lib/publish/week/week-status'
import { getReport } from '@/lib/report/build/get-report'
import { WINDOW_COLUMNS } from '@/lib/report/table/offered-columns'
import { issueName } from '@/lib/report/text/period-name'

export type IssueParams = Promise<{ locale: string; view: string; period: string }>

/** Shows the report of a month or a quarter. */
export function showIssue(params: IssueParams, kind: IssueKind): Promise<ReactNode> {
  return withIssue(params, kind, async (issue, view) => {
    const { asOf, days } = issue
    const { page = '1' } = pageParameters(partParameters, view)
    const report = await getReport({ ...view, asOf, days })
    if (Number(page) > familyPages(report.many)) notFound()
    const [status, isOver] = await Promise.all([
      getWeekStatus(report, { days, editions: view.editions }),
      isComplete(days, asOf, view.version, kind),
    ])
    const path = reportPath(asOf, kind)
    return (
      <ReportPage
        report={report}
        status={status}
        choice={issue}
        view={view}
        path={path}
        page={Number(page)}
        isRunning={!isOver}
      />
    )
  })
}

/** Shows the editions of a month or a quarter. */
export function showIssueEditions(params: IssueParams, kind: IssueKind): Promise<ReactNode> {
  return withIssue(params, kind, async ({ days, asOf }, view) => {
    const [page, catalogue] = await Promise.all([getEditionsPage({ ...view, asOf, days }), getLocalisedCatalogue(view)])
    return <EditionsPage page={page} note={null} form={null} catalogue={catalogue} view={view} />
  })
}

/** Leads to the latest month or quarter. */
export async function showLatestIssue(
  params: Promise<{ locale: string; view: string }>,
  kind: IssueKind,
): Promise<ReactNode> {
  const view = await pageView(params)
  const found = await findIssue(view, kind)
  if (found.kind !== 'issue') return <EmptyStore view={view} page="archive" />
  redirect(addressOf(reportPath(found.asOf, kind), view))
}

/** Returns the title of the page of an issue. */
export async function issueTitle(params: IssueParams, kind: IssueKind): Promise<Metadata> {
  const [{ period }, { locale }] = await Promise.all([params, pageView(params)])
  return { title: isPeriod(period, kind) ? issueName(firstDateOf(period), kind, translatorFor(locale)) : period }
}

/** Returns the title of the page of its editions. */
export async function issueEditionsTitle(params: IssueParams, kind: IssueKind): Promise<Metadata> {
  const { title } = await issueTitle(params, kind)
  return { title: `${translatorFor((await pageView(params)).locale)('publish.title')} ${title}` }
}

/** Shows a page of an issue: the result of `show`, whose view has the kind of the report, or why there is none. */
async function withIssue(
  params: IssueParams,
  kind: IssueKind,
  show: (issue: FoundIssue, view: View) => Promise<ReactNode>,
): Promise<ReactNode> {
  const [view, { period }] = [await pageView(params), await params]
  if (!isPeriod(period, kind)) notFound()
  const found = await findIssue(view, kind, period)
  if (found.kind === 'no-data') return <EmptyStore view={view} page="archive" />
  if (found.kind === 'no-issue') {
    const isDemo = await wasDemoLoaded(view)
    const { days, nearest } = found
    return <NoIssue kind={kind} period={period} days={days} nearest={nearest} view={view} isDemo={isDemo} />
  }
  const columns = view.columns.filter((column) => !WINDOW_COLUMNS[kind].includes(column))
  return show(found, { ...view, window: kind, columns })
}
