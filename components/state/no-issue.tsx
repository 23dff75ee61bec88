import { REPORT_FOLDERS, reportPath } from '@/lib/address/report-path'
import type { View } from '@/lib/address/view'
import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import { firstDateOf, type IssueKind } from '@/lib/base/window-kind'
import { translatorFor } from '@/lib/messages/translate'
import { issueName } from '@/lib/report/text/period-name'
import { PageFrame } from '../layout/page-frame'
import { unbrokenDates } from '../text/unbroken'
import { NearestReports } from './nearest-reports'
import { StateMessage } from './state-message'

interface NoIssueProps {
  kind: IssueKind
  /** "2024-08", "2024-Q3". */
  period: string
  days: ReportDays
  /** Last trading days of the nearest issues. */
  nearest: string[]
  view: View
  isDemo: boolean
}

/** Says why a month or a quarter has no report, with links to the nearest ones that have one. */
export function NoIssue({ kind, period, days, nearest, view, isDemo }: NoIssueProps) {
  const t = translatorFor(view.locale)
  const name = issueName(firstDateOf(period), kind, t)
  return (
    <PageFrame view={view} path={`/${REPORT_FOLDERS[kind]}/${period}`} current="archive" isDemo={isDemo}>
      <StateMessage title={t('issues.noneTitle', { name })}>
        <p>{unbrokenDates(t('issues.none', { name, first: days.first, last: days.last }))}</p>
        <NearestReports
          reports={nearest.map((asOf) => ({
            path: reportPath(asOf, kind),
            text: t('issues.see', { name: issueName(asOf, kind, t) }),
          }))}
          view={view}
        />
      </StateMessage>
    </PageFrame>
  )
}
