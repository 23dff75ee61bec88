import { reportPath } from '@/lib/address/report-path'
import { addressOf, type View } from '@/lib/address/view'
import { summaryTable } from '@/lib/export/summary-tables'
import { writeCsv } from '@/lib/export/write-csv'
import { translatorFor } from '@/lib/messages/translate'
import type { Report } from '@/lib/report/model/report'
import { SentOnce } from '../text/sent-once'
import { CopySummary } from './copy-summary'
import { PdfLink } from './pdf-link'

/**
 * Shows the exports of the report in a row: files with their sizes where these are known; of a week also pictures, a mail and the
 * clipboard.
 */
export function ReportExport({ report, view }: { report: Report; view: View }) {
  const t = translatorFor(view.locale, view.window)
  const week = reportPath(report.week.asOf, report.window)
  const files = [
    { name: t('export.onePage'), file: 'one-page.pdf', bytes: null },
    { name: 'XLSX', file: 'summary.xlsx', bytes: null },
    { name: 'CSV', file: 'summary.csv', bytes: csvBytes(report) },
    ...(report.window === 'week'
      ? [
          { name: 'PNG', file: 'summary.png', bytes: null },
          { name: t('export.portrait'), file: 'portrait.png', bytes: null },
          { name: 'EML', file: 'mail.eml', bytes: null },
        ]
      : []),
  ]
  return (
    <p className="print:hidden mt-3 flex flex-wrap items-baseline gap-x-4 border-line border-t pt-2 text-ink-2 text-note [&_:is(a,button)]:max-mid:inline-block [&_:is(a,button)]:max-mid:py-3">
      <span className="text-ink">{t('export.title')}</span>
      <PdfLink
        address={addressOf(`${week}/report.pdf`, view)}
        labels={{
          idle: 'PDF',
          making: t('export.pdfMaking'),
          failed: t('export.pdfFailed'),
          unknown: t('export.pdfWhole'),
        }}
      />
      <SentOnce as="span" className="contents">
        {files.map(({ name, file, bytes }) => (
          <span key={file}>
            <a href={addressOf(`${week}/${file}`, view)} className="link" download>
              {name}
            </a>
            {bytes !== null && <span> {kilobytes(bytes)}</span>}
          </span>
        ))}
        {report.window === 'week' && (
          <a href={addressOf(`${week}/mail.html`, view)} className="link">
            {t('export.mail')}
          </a>
        )}
      </SentOnce>
      {report.window === 'week' && (
        <CopySummary
          address={addressOf(`${week}/copy.json`, view)}
          labels={{ idle: t('export.copy'), done: t('export.copied'), failed: t('export.notCopied') }}
        />
      )}
    </p>
  )
}

/** Returns the size of the CSV; null for many factors, whose table takes too long for a page. */
function csvBytes(report: Report): number | null {
  return report.many ? null : new TextEncoder().encode(writeCsv(summaryTable(report))).length
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)}\u00A0kB`
}
