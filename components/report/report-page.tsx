import type { View } from '@/lib/address/view'
import type { WeekChoice } from '@/lib/analysis/weeks/week-choice'
import { weekTables } from '@/lib/api/page-tables'
import type { WeekStatus } from '@/lib/publish/week/week-status'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { shownSections } from '@/lib/report/bind/section-id'
import type { Report } from '@/lib/report/model/report'
import { SheetsAfterPaint } from '../chart/sheets-after-paint'
import { MissingClosures } from '../data/missing-closures'
import { ProvisionalYears } from '../data/provisional-years'
import { Footer } from '../layout/footer'
import { PageFrame } from '../layout/page-frame'
import { ExportTables } from '../scripts/export-tables'
import { WrittenDisclosures } from './commentary'
import { Contents } from './contents'
import { DataStrip } from './data-strip'
import { FoldSections } from './fold-sections'
import { Lead } from './lead'
import { ManyTables } from './many/many-tables'
import { RelatedReports } from './related-reports'
import { ReportFoot } from './report-foot'
import { Sections } from './sections'
import { SimilarWeeks } from './similar-weeks'
import { Table1 } from './table/table-1'
import { Table2 } from './table/table-2'
import { WeekBar } from './week-bar'
import { WeekBefore } from './week-before'

interface ReportPageProps {
  report: Report
  /** What the page says of its publication; null where weeks are published by themselves. */
  status: WeekStatus | null
  choice: Pick<WeekChoice, 'previous' | 'next'>
  view: View
  path: string
  /** Page of the families of a report of many factors, from 1. */
  page?: number
  /** Whether the days of an issue end before its month or quarter does. */
  isRunning?: boolean
}

/** Shows the report of a week, a month or a quarter: the overview, then every factor, the portfolios and the risks. */
export function ReportPage({ report, status, choice, view, path, page = 1, isRunning = false }: ReportPageProps) {
  const isWeek = report.window === 'week'
  const publisher = thePublisher().name[view.locale]
  const portfolios = shownSections(report).find(({ kind }) => kind === 'portfolios')
  return (
    <PageFrame
      view={view}
      path={path}
      current={isWeek && choice.next === null ? 'week' : 'archive'}
      isDemo={report.isDemo}
      paintAfter="first-screen"
      bar={<WeekBar report={report} choice={choice} view={view} path={path} />}
      footer={<Footer view={view} isDemo={report.isDemo} publisher={publisher} issue={report.issue} />}
    >
      <div className="gap-x-14 pt-4 mid:pt-6 wide:grid wide:grid-cols-[176px_minmax(0,1fr)] wide:pt-8">
        <Contents report={report} view={view} page={page} />
        <div>
          <DataStrip report={report} status={status} view={view} />
          <ProvisionalYears years={report.provisionalYears} view={view} />
          <MissingClosures view={view} />
          <Lead report={report} view={view} path={path} page={page} isRunning={isRunning} />
          {report.many ? (
            <ManyTables report={report} many={report.many} page={page} view={view} path={path} />
          ) : (
            <Table1 report={report} view={view} path={path} />
          )}
          {report.table2.length > 0 ? (
            <Table2 report={report} view={view} path={path} section={portfolios?.number ?? null} />
          ) : undefined}
          <WeekBefore report={report} view={view} />
          {report.similarWeeks && <SimilarWeeks similar={report.similarWeeks} view={view} />}
          <Sections report={report} view={view} path={path} />
          {report.written ? (
            <>
              <WrittenDisclosures report={report} view={view} />
              <RelatedReports report={report} view={view} />
            </>
          ) : (
            <RelatedReports report={report} view={view} />
          )}
          {isWeek && <ExportTables view={view} tables={weekTables(view, report.week.asOf)} />}
          <ReportFoot report={report} hasEditions={status !== null} view={view} />
        </div>
      </div>
      {isWeek && !report.many && <SheetsAfterPaint view={view} />}
      <FoldSections />
    </PageFrame>
  )
}
