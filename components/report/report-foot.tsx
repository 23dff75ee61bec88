import { reportPath } from '@/lib/address/report-path'
import { addressOf, type View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { Report } from '@/lib/report/model/report'
import { currentScope } from '@/lib/scope/current-scope'
import { SentOnce } from '../text/sent-once'
import { To } from '../text/to'
import { DataChecked } from './data-strip'
import { DOCUMENT_FACT } from './document-fact'

interface ReportFootProps {
  report: Report
  /** Does the week have editions, or wait for its first? */
  hasEditions: boolean
  view: View
}

/** Shows what identifies the report: that its data passed the check, its permanent address, and its PDF's checksum. */
export function ReportFoot({ report, hasEditions, view }: ReportFootProps) {
  const t = translatorFor(view.locale, view.window)
  const path = reportPath(report.week.asOf, report.window)
  const address = addressOf(path, { ...view, isPinned: true })
  const isShared = currentScope().share !== undefined
  return (
    <SentOnce as="div" className="mt-6 text-ink-2 text-note print:hidden">
      <DataChecked report={report} view={view} />
      <p>
        {!isShared && (
          <a href={address} className="link tap inline-block">
            {t('export.pinned')}
          </a>
        )}
        {hasEditions && (
          <To path={`${path}/editions`} view={view} className="link ml-5 max-mid:py-3">
            {t('publish.link')}
          </To>
        )}
      </p>
      <p id={DOCUMENT_FACT} className="min-h-5" />
    </SentOnce>
  )
}
