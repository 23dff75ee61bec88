import { addressOf, type View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { Report } from '@/lib/report/model/report'
import { CopySummary } from './copy-summary'
import { PdfLink } from './pdf-link'

const FILES = { CSV: 'summary.csv', XLSX: 'summary.xlsx', PNG: 'summary.png' }

/** Shows the exports of the week: files, a mail, the clipboard, and the permanent address of exactly this version. */
export function ReportExport({ report, view }: { report: Report; view: View }) {
  const t = translatorFor(view.locale)
  const week = `/weeks/${report.week.asOf}`
  return (
    <p className="print:hidden mt-1 flex flex-wrap gap-x-4 text-ink-2 text-note">
      {t('export.title')}
      {Object.entries(FILES).map(([name, file]) => (
        <a key={file} href={addressOf(`${week}/${file}`, view)} className="link" download>
          {name}
        </a>
      ))}
      <PdfLink
        address={addressOf(`${week}/report.pdf`, view)}
        labels={{ idle: 'PDF', making: t('export.pdfMaking'), failed: t('export.pdfFailed') }}
      />
      <a href={addressOf(`${week}/mail.html`, view)} className="link">
        {t('export.mail')}
      </a>
      <CopySummary
        address={addressOf(`${week}/copy.json`, view)}
        labels={{ idle: t('export.copy'), done: t('export.copied'), failed: t('export.notCopied') }}
      />
      <a href={addressOf(week, { ...view, isPinned: true })} className="link">
        {t('export.pinned')}
      </a>
    </p>
  )
}
