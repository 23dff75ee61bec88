import { mayOpen } from '@/lib/access/may-open'
import { reportPath } from '@/lib/address/report-path'
import type { View } from '@/lib/address/view'
import type { WeekChoice } from '@/lib/analysis/weeks/week-choice'
import { isoWeekOf } from '@/lib/base/dates'
import { translatorFor } from '@/lib/messages/translate'
import type { Report, WeekCount } from '@/lib/report/model/report'
import { issueName, periodName } from '@/lib/report/text/period-name'
import { currentScope } from '@/lib/scope/current-scope'
import { ConventionSwitch } from '../layout/convention-switch'
import { SentOnce } from '../text/sent-once'
import { To } from '../text/to'
import { MarketSwitch } from './market-switch'
import { WeekJump } from './week-jump'

interface WeekBarProps {
  report: Report
  choice: Pick<WeekChoice, 'previous' | 'next'>
  view: View
  path: string
}

/**
 * Shows the time of the report: the weeks beside it, of a week the year before it, and the convention once a page. Of an issue
 * they are months or quarters.
 */
export function WeekBar({ report, choice, view, path }: WeekBarProps) {
  const t = translatorFor(view.locale, view.window)
  const { weekStrip } = report
  const own = weekStrip.at(-1)
  const { strip, count } = partClasses(report)
  return (
    <SentOnce as="nav" aria-label={t('week.bar')} className="print:hidden border-line border-b">
      <div className="page grid h-12 grid-cols-[1fr_auto_1fr] items-center gap-x-4 mid:flex mid:h-15 mid:gap-4 full:gap-5">
        <Neighbour asOf={choice.previous} direction="previous" view={view} />
        <span className="text-center font-bold mid:hidden">{periodName(report, t)}</span>
        {!isShared() && weekStrip.length > 0 && (
          <div className={`hidden items-end ${strip}`}>
            <WeekStrip weeks={weekStrip} view={view} />
          </div>
        )}
        {own && (
          <span className={`hidden whitespace-nowrap text-ink-2 text-note ${count}`}>
            {t('week.count', { up: own.up, known: own.known })}
          </span>
        )}
        <Neighbour asOf={choice.next} direction="next" view={view} />
        <WeekFacts report={report} view={view} path={path} />
      </div>
    </SentOnce>
  )
}

/** Returns whether the page is that of a share link, which has no other week. */
function isShared(): boolean {
  return currentScope().share !== undefined
}

/** Returns classes that show each part of the bar from the width at which it fits; two markets need more space. */
function partClasses({ markets }: Report) {
  const parts = {
    strip: 'pair:flex',
    count: 'full:inline',
    asOf: 'wide:inline',
    facts: 'mid:flex',
    inline: 'mid:hidden',
  }
  if (markets.length === 1) return parts
  if (markets.length > 2) return { ...parts, facts: '', inline: '' }
  return { strip: 'wide:flex', count: '', asOf: '', facts: 'pair:flex', inline: 'pair:hidden' }
}

/** Shows convention and date of the data; if they do not fit, they are under the headline. */
export function WeekFacts({ report, view, path, inline = false }: Omit<WeekBarProps, 'choice'> & { inline?: boolean }) {
  const t = translatorFor(view.locale, view.window)
  const room = partClasses(report)
  return (
    <SentOnce
      as="div"
      className={
        inline
          ? `mb-2 flex flex-wrap items-center gap-x-4 text-ink-2 text-note ${room.inline}`
          : `ml-auto hidden items-center gap-3 whitespace-nowrap full:gap-4 text-ink-2 text-note ${room.facts}`
      }
    >
      <MarketSwitch report={report} view={view} />
      {report.window === 'week' && mayOpen('/weeks') && (
        <WeekJump view={view} id={inline ? 'jump-inline' : 'jump'} asOf={report.week.asOf} />
      )}
      <span>
        <span className="hidden full:inline">{t('week.convention')} </span>
        <ConventionSwitch view={view} path={path} />
        {report.window === 'week' && !isShared() && (
          <To
            path={`/weeks/${report.week.asOf}/reconciliation`}
            view={view}
            title={t('reconciliation.title')}
            className="tap ml-2.5 inline-block hover:text-accent"
          >
            {t('reconciliation.link')}
          </To>
        )}
      </span>
      {!inline && (
        <span className={`hidden ${room.asOf}`}>
          {t('week.asOf')} <span className="text-ink">{report.week.asOf}</span>
        </span>
      )}
    </SentOnce>
  )
}

function Neighbour({ asOf, direction, view }: { asOf: string | null; direction: 'previous' | 'next'; view: View }) {
  const t = translatorFor(view.locale, view.window)
  const isNext = direction === 'next'
  const side = isNext ? 'text-right' : ''
  if (isShared()) return <span />
  if (asOf === null) {
    return <span className={`whitespace-nowrap text-ink-3 ${side}`}>{t(isNext ? 'week.none' : 'week.noneBefore')}</span>
  }
  const name = view.window ? issueName(asOf, view.window, t) : t('week.number', { week: isoWeekOf(asOf).week })
  const label = t(isNext ? 'week.next' : 'week.previous')
  return (
    <To
      path={reportPath(asOf, view.window)}
      view={view}
      rel={isNext ? 'next' : 'prev'}
      data-week={direction}
      aria-label={`${label} ${asOf}`}
      aria-keyshortcuts={isNext ? 'ArrowRight' : 'ArrowLeft'}
      title={t('weekBefore.keys')}
      className={`link whitespace-nowrap py-3 ${side}`}
    >
      {isNext ? `${name} ›` : `‹ ${name}`}
      {!isNext && !view.window && <span className="ml-1.5 text-ink-3 text-note">{asOf.slice(5)}</span>}
    </To>
  )
}

/**
 * The bars' common classes are here once instead of on each of 52 bars. The week's own bar has an attribute: with
 * `:last-child` and elements below it, a browser computes the styles of the whole page again when the page has ended.
 */
const STRIP =
  'mb-3.5 flex h-7 items-end gap-px *:relative *:h-full *:w-[5px] full:*:w-[7px] [&_a]:flex [&_a]:h-full [&_a]:items-end [&_a>span]:w-full [&_a>span]:bg-ink-3 [&_a>span]:opacity-42 [&_a>span:hover]:opacity-100 [&_[data-own]]:bg-accent [&_[data-own]]:opacity-100'

/** Shows one bar for each week: the number of factors above zero. A week without trading is a gap. */
function WeekStrip({ weeks, view }: { weeks: WeekCount[]; view: View }) {
  const t = translatorFor(view.locale, view.window)
  return (
    <ol aria-label={t('week.stripLabel')} className={STRIP}>
      {weeks.map((week, index) => (
        <li key={week.monday}>
          {week.asOf !== null && week.known > 0 && (
            <To path={`/weeks/${week.asOf}`} view={view} tabIndex={-1} title={stripTitle(week, view)}>
              <span
                data-own={index === weeks.length - 1 ? '' : undefined}
                style={{ height: `${Math.max(4, Math.round((week.up / week.known) * 100))}%` }}
              />
            </To>
          )}
          {isMonthStart(week, weeks[index - 1]) && <MonthLabel month={monthOf(week)} view={view} />}
        </li>
      ))}
    </ol>
  )
}

/** Shows a month under its first week; where the bars are narrow, every other one. */
function MonthLabel({ month, view }: { month: number; view: View }) {
  return (
    <span
      aria-hidden="true"
      className={`absolute top-full left-0 whitespace-nowrap text-axis text-ink-3 ${month % 2 === 0 ? 'max-full:hidden' : ''}`}
    >
      {translatorFor(view.locale, view.window)('week.stripMonth', { month: String(month) })}
    </span>
  )
}

function isMonthStart(week: WeekCount, before: WeekCount | undefined): boolean {
  return before !== undefined && monthOf(week) !== monthOf(before)
}

/** Returns the month of the week's Monday, from 1. */
function monthOf({ monday }: WeekCount): number {
  return Number(monday.slice(5, 7))
}

function stripTitle({ isoYear, isoWeek, asOf, up, known }: WeekCount, view: View): string {
  return translatorFor(view.locale, view.window)('week.stripWeek', {
    year: String(isoYear),
    week: isoWeek,
    asOf: asOf ?? '',
    up,
    known,
  })
}
