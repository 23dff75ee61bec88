import type { WeekCount } from '@/lib/report/report'
import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'
import { To } from '../layout/to'

/** The weeks of a year as cells: last trading day, and how many factors were above zero. */
export function ArchiveYear({ year, weeks, view }: { year: number; weeks: WeekCount[]; view: View }) {
  const t = translatorFor(view.locale)
  const traded = weeks.filter(({ asOf }) => asOf !== null)
  return (
    <section id={`year-${year}`} aria-labelledby={`year-${year}-title`} className="mt-6 border-rule border-t-2 pt-1.5">
      <h2 id={`year-${year}-title`} className="text-sheet">
        {t('archive.year', { year: String(year) })}
        <span className="ml-2.5 font-normal text-ink-2 text-note">
          {t('archive.yearFact', { weeks: traded.length })}
        </span>
      </h2>
      <ol className="mt-1 grid grid-cols-[repeat(auto-fill,minmax(64px,1fr))] gap-x-2 gap-y-1">
        {weeks.map((week) => (
          <li key={week.monday}>
            <ArchiveWeek week={week} view={view} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function ArchiveWeek({ week, view }: { week: WeekCount; view: View }) {
  const t = translatorFor(view.locale)
  const { asOf, isoYear, isoWeek, up, known } = week
  if (asOf === null) {
    return (
      <span className="block py-1 text-ink-3 text-note" title={t('archive.noTrading')}>
        —
      </span>
    )
  }
  const label = t('week.stripWeek', { year: String(isoYear), week: isoWeek, asOf, up, known })
  return (
    <To path={`/weeks/${asOf}`} view={view} title={label} className="block py-1 text-note hover:text-accent">
      <span className="sr-only">{t('archive.week', { week: isoWeek })} </span>
      {asOf.slice(5)}
      <span className="flex h-4 items-center gap-1.5 text-axis">
        <span className="h-[3px] w-6 flex-none bg-grid" aria-hidden="true">
          <span
            className="block h-full bg-ink-3"
            style={{ width: `${known === 0 ? 0 : Math.round((100 * up) / known)}%` }}
          />
        </span>
        <span className="text-ink-3">
          {up}/{known}
        </span>
      </span>
    </To>
  )
}
