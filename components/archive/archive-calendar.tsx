'use client'
import { isoWeekOf } from '@/lib/base/dates'
import { formatPercent } from '@/lib/base/format'
import { archiveTint } from './archive-tint'

/**
 * A week as the page sends it to the browser, in few bytes, since a decade has 522: its last trading day, the average of
 * its factors as a decimal fraction, and how many of how many factors are above zero. A week without trading has only its
 * Monday. The dates are ISO dates without year.
 */
export type PackedWeek = [asOf: string, average: number | null, up: number, known: number] | [monday: string]

/** Texts of a week. `{year}`, `{week}`, `{up}` and `{known}` are filled here. */
export interface ArchiveWords {
  week: string
  noValue: string
  noTrading: string
}

interface ArchiveMonth {
  label: string
  /** What its link leads to. */
  title: string
  /** Address of the report of the month; null where it has none. */
  href: string | null
  weeks: PackedWeek[]
}

interface ArchiveCalendarProps {
  year: number
  /** Twelve months, January first. */
  months: ArchiveMonth[]
  /** Average with the full tint, a decimal fraction. */
  limit: number
  /** Address of a week, with "{asOf}" for its last trading day. */
  address: string
  words: ArchiveWords
}

/**
 * Shows the weeks of a year: a column for each month, on a phone a row. It is a client component only because the page
 * then contains the values of the weeks a second time, for the browser, and not all of their elements.
 */
export function ArchiveCalendar({ months, ...shown }: ArchiveCalendarProps) {
  return (
    <ol className="mt-1 grid gap-x-2 gap-y-1 mid:grid-cols-6 mid:gap-y-3 pair:grid-cols-12">
      {months.map(({ label, title, href, weeks }) =>
        weeks.length === 0 ? (
          <li key={label} aria-hidden="true" className="hidden mid:block" />
        ) : (
          <li key={label} className="grid grid-cols-[44px_minmax(0,1fr)] items-start mid:block">
            {href === null ? (
              <span className="py-1.5 text-ink-2 text-note mid:py-0">{label}</span>
            ) : (
              <a href={href} title={title} className="link tap text-note max-mid:w-11">
                {label}
              </a>
            )}
            <ol className="calendar-weeks">
              {weeks.map((week) => (
                <li key={week[0]}>{week.length === 1 ? <NoTrading {...shown} /> : <Week week={week} {...shown} />}</li>
              ))}
            </ol>
          </li>
        ),
      )}
    </ol>
  )
}

function NoTrading({ words }: Pick<ArchiveCalendarProps, 'words'>) {
  return (
    <span className="text-ink-3" title={words.noTrading}>
      —<span className="sr-only">{words.noTrading}</span>
    </span>
  )
}

interface WeekProps extends Omit<ArchiveCalendarProps, 'months'> {
  week: Exclude<PackedWeek, [string]>
}

/** Shows the average of the week's factors, its last trading day, and how many factors were above zero. */
function Week({ week, year, limit, address, words }: WeekProps) {
  const [day, average, up, known] = week
  const asOf = `${String(year).padStart(4, '0')}-${day}`
  const { className, style } = archiveTint(average, limit)
  return (
    <a
      href={address.replace('{asOf}', asOf)}
      title={average === null ? words.noValue : filled(words.week, { ...weekOf(asOf), up, known })}
      style={style}
      className={className || undefined}
    >
      {formatPercent(average)}
      <i>{day}</i>
      <i>{`${up}/${known}`}</i>
    </a>
  )
}

function weekOf(asOf: string) {
  const { year, week } = isoWeekOf(asOf)
  return { year, week }
}

function filled(text: string, values: Record<string, number>): string {
  return Object.entries(values).reduce((result, [name, value]) => result.replace(`{${name}}`, String(value)), text)
}
