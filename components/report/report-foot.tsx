import { addressOf, type View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { Report } from '@/lib/report/model/report'
import { SentOnce } from '../text/sent-once'
import { DataChecked } from './data-strip'
import { DOCUMENT_FACT } from './document-fact'

/** Shows what identifies the report: that its data passed the check, its permanent address, and its PDF's checksum. */
export function ReportFoot({ report, view }: { report: Report; view: View }) {
  const t = translatorFor(view.locale)
  const address = addressOf(`/weeks/${report.week.asOf}`, { ...view, isPinned: true })
  return (
    <SentOnce as="div" className="mt-6 text-ink-2 text-note print:hidden">
      <DataChecked report={report} view={view} />
      <p>
        <a href={address} className="link tap inline-block">
          {t('export.pinned')}
        </a>
      </p>
      <p id={DOCUMENT_FACT} className="min-h-5" />
    </SentOnce>
  )
}
