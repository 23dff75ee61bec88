import { addressOf, type View } from '@/lib/address/view'
import { roundHalfAway } from '@/lib/base/format'
import { monthLabel } from '@/lib/figures/rows/window-labels'
import { translatorFor } from '@/lib/messages/translate'
import type { WeekCount } from '@/lib/report/model/report'
import { ArchiveCalendar, type ArchiveWords, type PackedWeek } from './archive-calendar'

interface ArchiveYearProps {
  year: number
  /** Twelve months, January first. */
  months: WeekCount[][]
  /** Average with the full tint, a decimal fraction. */
  limit: number
  view: View
}

/** Shows the number of weeks of a year, and its calendar. */
export function ArchiveYear({ year, months, limit, view }: ArchiveYearProps) {
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
      <ArchiveCalendar
        year={year}
        months={months.map((weeks, month) => ({
          label: monthLabel(`2000-${String(month + 1).padStart(2, '0')}-01`, view.locale, t),
          weeks: weeks.map(packed),
        }))}
        limit={limit}
        address={addressOf('/weeks/{asOf}', view)}
        words={wordsOf(view)}
      />
    </section>
  )
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
