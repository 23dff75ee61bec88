import type { View } from '@/lib/address/view'
import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import type { WeekChoice } from '@/lib/analysis/weeks/week-choice'
import { isoWeekOf } from '@/lib/base/dates'
import { translatorFor } from '@/lib/messages/translate'
import { PageFrame } from '../layout/page-frame'
import { unbrokenDates } from '../text/unbroken'
import { NearestReports } from './nearest-reports'
import { StateMessage } from './state-message'

interface NoWeekProps {
  choice: Exclude<WeekChoice, { kind: 'report' }>
  date: string
  days: ReportDays
  view: View
  isDemo: boolean
}

/** Says why a week has no report, with links to the nearest weeks that have one. */
export function NoWeek({ choice, date, days, view, isDemo }: NoWeekProps) {
  const t = translatorFor(view.locale)
  const { title, text } = wording(choice, date, days, view)
  const nearest = [choice.previous, choice.next].filter((asOf) => asOf !== null)
  return (
    <PageFrame view={view} path={`/weeks/${date}`} current="archive" isDemo={isDemo}>
      <StateMessage title={title}>
        <p>{unbrokenDates(text)}</p>
        <NearestReports
          reports={nearest.map((asOf) => ({
            path: `/weeks/${asOf}`,
            text: t('states.seeWeek', { week: isoWeekOf(asOf).week, asOf }),
          }))}
          view={view}
        />
      </StateMessage>
    </PageFrame>
  )
}

function wording(choice: NoWeekProps['choice'], date: string, days: ReportDays, view: View) {
  const t = translatorFor(view.locale)
  if (choice.kind === 'before-data') {
    const text = t('states.before', { date, firstWeek: choice.next ?? days.first })
    return { title: t('states.beforeTitle', { first: days.first }), text }
  }
  if (choice.kind === 'after-data') {
    const text = t('states.after', { last: days.last, lastWeek: choice.previous ?? days.last })
    return { title: t('states.afterTitle', { date }), text }
  }
  const text = t('states.noTrading', { from: choice.monday, to: choice.sunday })
  return { title: t('states.noTradingTitle'), text }
}
