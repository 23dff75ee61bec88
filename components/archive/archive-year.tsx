import { reportPath } from '@/lib/address/report-path'
import { addressOf, type View } from '@/lib/address/view'
import { roundHalfAway } from '@/lib/base/format'
import { firstDateOf, isPeriod, periodOf } from '@/lib/base/window-kind'
import { monthLabel } from '@/lib/figures/rows/window-labels'
import { translatorFor } from '@/lib/messages/translate'
import type { WeekCount } from '@/lib/report/model/report'
import { issueName } from '@/lib/report/text/period-name'
import { To } from '../text/to'
import { ArchiveCalendar, type ArchiveWords, type PackedWeek } from './archive-calendar'

interface ArchiveYearProps {
  year: number
  /** Its months and quarters with a report: "2024-08", "2024-Q3". */
  issues: string[]
  /** Twelve months, January first. */
  months: WeekCount[][]
  /** Average with the full tint, a decimal fraction. */
  limit: number
  view: View
}

/** Shows the number of weeks of a year, its calendar, and links to the reports of its months and quarters. */
export function ArchiveYear({ year, issues, months, limit, view }: ArchiveYearProps) {
  const t = translatorFor(view.locale)
  const traded = months.flat().filter(({ asOf }) => asOf !== null)
  return (
    <section
      id={`year-${year}`}
      aria-labelledby={`year-${year}-title`}
      className="mt-8 break-inside-avoid border-rule border-t-2 pt-1.5"
    >
      <h2 id={`year-${year}-title`} className="text-sheet">
        {t('archive.year', { year: String(year) })}
        <span className="ml-2.5 font-normal text-ink-2 text-note">
          {t('archive.yearFact', { weeks: traded.length })}
        </span>
      </h2>
      <Quarters year={year} issues={issues} view={view} />
      <ArchiveCalendar
        year={year}
        months={months.map((weeks, month) => ({
          ...monthOf(firstOfMonth(year, month), issues, view),
          weeks: weeks.map(packed),
        }))}
        limit={limit}
        address={addressOf('/weeks/{asOf}', view)}
        words={wordsOf(view)}
      />
    </section>
  )
}

/** Links to the reports of the quarters of a year. */
function Quarters({ year, issues, view }: Pick<ArchiveYearProps, 'year' | 'issues' | 'view'>) {
  const t = translatorFor(view.locale)
  const quarters = issues.filter((period) => isPeriod(period, 'quarter'))
  return (
    <nav aria-label={t('issues.quarters', { year: String(year) })} className="flex gap-x-4 text-note print:hidden">
      {quarters.map((period) => (
        <To
          key={period}
          path={`/quarters/${period}`}
          view={view}
          title={t('issues.title', { name: issueName(firstDateOf(period), 'quarter', t) })}
          className="link tap max-mid:min-w-11"
        >
          {t('windows.quarter', { quarter: period.slice(-1) })}
        </To>
      ))}
    </nav>
  )
}

/** Returns name and address of the report of a month; no address where it has no report. */
function monthOf(firstDay: string, issues: string[], view: View) {
  const t = translatorFor(view.locale)
  const path = reportPath(firstDay, 'month')
  return {
    label: monthLabel(firstDay, view.locale, t),
    title: t('issues.title', { name: issueName(firstDay, 'month', t) }),
    href: issues.includes(periodOf(firstDay, 'month')) ? addressOf(path, view) : null,
  }
}

/** @param month from 0 */
function firstOfMonth(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`
}

/** Returns the texts of a week, in which the browser fills what stands in braces. */
function wordsOf({ locale }: View): ArchiveWords {
  const t = translatorFor(locale)
  return {
    week: t('archive.week', { year: '{year}', week: '{week}', up: '{up}', known: '{known}' }),
    noValue: t('archive.noValue'),
    noTrading: t('archive.noTrading'),
  }
}

/** Packs a week, with the average rounded as it is shown: 522 weeks with all digits would be half as much again. */
function packed({ asOf, monday, average, up, known }: WeekCount): PackedWeek {
  if (asOf === null) return [monday.slice(5)]
  return [asOf.slice(5), average === null ? null : roundHalfAway(average, 4), up, known]
}
