import type { View } from '@/lib/address/view'
import { formatPercent } from '@/lib/base/format'
import { monthLabel } from '@/lib/figures/rows/window-labels'
import { translatorFor } from '@/lib/messages/translate'
import type { WeekCount } from '@/lib/report/model/report'
import { To } from '../text/to'
import { archiveTint } from './archive-tint'

interface ArchiveYearProps {
  year: number
  /** Twelve months, January first. */
  months: WeekCount[][]
  /** Average with the full tint, a decimal fraction. */
  limit: number
  view: View
}

/** Shows the weeks of a year as a calendar: a column for each month, on a phone a row. */
export function ArchiveYear({ year, months, limit, view }: ArchiveYearProps) {
  const t = translatorFor(view.locale)
  const traded = months.flat().filter(({ asOf }) => asOf !== null)
  return (
    <section id={`year-${year}`} aria-labelledby={`year-${year}-title`} className="mt-8 border-rule border-t-2 pt-1.5">
      <h2 id={`year-${year}-title`} className="text-sheet">
        {t('archive.year', { year: String(year) })}
        <span className="ml-2.5 font-normal text-ink-2 text-note">
          {t('archive.yearFact', { weeks: traded.length })}
        </span>
      </h2>
      <ol className="mt-1 grid gap-x-2 gap-y-1 mid:grid-cols-6 mid:gap-y-3 pair:grid-cols-12">
        {months.map((weeks, index) => {
          const month = `${year}-${String(index + 1).padStart(2, '0')}-01`
          if (weeks.length === 0) return <li key={month} aria-hidden="true" className="hidden mid:block" />
          return (
            <li key={month} className="grid grid-cols-[36px_minmax(0,1fr)] items-start mid:block">
              <span className="py-1.5 text-ink-2 text-note mid:py-0">{monthLabel(month, view.locale, t)}</span>
              <ol className="grid grid-cols-5 gap-px mid:grid-cols-1">
                {weeks.map((week) => (
                  <li key={week.monday}>
                    <ArchiveWeek week={week} limit={limit} view={view} />
                  </li>
                ))}
              </ol>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** Shows the average of the week's factors, its last trading day, and how many factors were above zero. */
function ArchiveWeek({ week, limit, view }: { week: WeekCount; limit: number; view: View }) {
  const t = translatorFor(view.locale)
  const { asOf, isoWeek, up, known, average } = week
  if (asOf === null) {
    return (
      <span className="calendar-week text-ink-3" title={t('archive.noTrading')}>
        —<span className="sr-only">{t('archive.noTrading')}</span>
      </span>
    )
  }
  const tint = archiveTint(average, limit)
  return (
    <To
      path={`/weeks/${asOf}`}
      view={view}
      title={weekTitle(week, view)}
      style={tint.style}
      className={`calendar-week ${tint.className}`}
    >
      <span className="sr-only">{t('archive.week', { week: isoWeek })} </span>
      {formatPercent(average)}
      <span className="flex justify-between text-axis">
        {asOf.slice(5)}
        <span className="hidden mid:inline pair:hidden wide:inline">
          {up}/{known}
        </span>
      </span>
    </To>
  )
}

function weekTitle({ isoYear, isoWeek, asOf, up, known, average }: WeekCount, view: View): string {
  const t = translatorFor(view.locale)
  const week = t('week.stripWeek', { year: String(isoYear), week: isoWeek, asOf: asOf ?? '', up, known })
  if (average === null) return t('archive.noValue')
  return t('archive.average', { week, average: formatPercent(average) })
}
