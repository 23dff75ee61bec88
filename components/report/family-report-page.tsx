import { familyPath } from '@/lib/address/parameters/week-parameters'
import type { View } from '@/lib/address/view'
import type { WeekChoice } from '@/lib/analysis/weeks/week-choice'
import { translatorFor } from '@/lib/messages/translate'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { FAMILY_PAGE_FACTORS } from '@/lib/report/many/many-factors'
import type { ShownFamily } from '@/lib/report/model/family-totals'
import type { ManyFactors, Report } from '@/lib/report/model/report'
import { Footer } from '../layout/footer'
import { PageFrame } from '../layout/page-frame'
import { To } from '../text/to'
import { FamilyTable } from './many/family-table'
import { FindFactor } from './many/find-factor'
import { PartLinks } from './many/part-links'
import { Sections } from './sections'
import { Table1 } from './table/table-1'
import { WeekBar } from './week-bar'

interface FamilyReportPageProps {
  report: Report
  many: ManyFactors
  shown: ShownFamily
  choice: Pick<WeekChoice, 'previous' | 'next'>
  view: View
}

/** Shows a family of a week with many factors: its totals, and a page of its factors with their sections and charts. */
export function FamilyReportPage({ report, many, shown, choice, view }: FamilyReportPageProps) {
  const t = translatorFor(view.locale, view.window)
  const { totals, page, pages } = shown
  const week = `/weeks/${report.week.asOf}`
  const path = familyPath(report.week.asOf, totals.code, page)
  const from = (page - 1) * FAMILY_PAGE_FACTORS
  const rows = report.table1.flatMap((family) => family.rows)
  const parts = (
    <PartLinks
      path={week}
      family={totals.code}
      of="factors"
      page={page}
      pages={pages}
      view={view}
      part={t('many.part', { from: from + 1, to: from + rows.length, count: totals.count })}
    />
  )
  return (
    <PageFrame
      view={view}
      path={week}
      current={choice.next === null ? 'week' : 'archive'}
      isDemo={report.isDemo}
      bar={<WeekBar report={report} choice={choice} view={view} path={path} />}
      footer={
        <Footer view={view} isDemo={report.isDemo} publisher={thePublisher().name[view.locale]} issue={report.issue} />
      }
    >
      <div className="pt-4 mid:pt-6">
        <p className="text-ink-2 text-note">
          <To path={week} view={view} className="link">
            ‹ {t('many.week')}
          </To>
          <span className="ml-3">{report.week.asOf}</span>
        </p>
        <h1 className="mt-1 text-[23px]/8 mid:text-head">
          {totals.name}
          <span className="ml-3 font-normal text-ink-2 text-sheet">{t('many.count', { count: totals.count })}</span>
        </h1>
        <FindFactor view={view} />
        <FamilyTable measure="longShort" families={[totals]} all={many.all} report={report} view={view} />
        <FamilyTable measure="longExcess" families={[totals]} all={many.all} report={report} view={view} />
        {parts}
        <Table1 report={report} view={view} path={path} />
        <Sections report={report} view={view} path={path} />
        {parts}
      </div>
    </PageFrame>
  )
}
