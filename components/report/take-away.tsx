import type { Report } from '@/lib/report/report'
import { translatorFor } from '@/lib/translate'
import { addressOf, type View } from '@/lib/view'

const FILES = { CSV: 'summary.csv', XLSX: 'summary.xlsx' }

/** The figures of both tables, to take away. */
export function TakeAway({ report, view }: { report: Report; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <p className="no-print mt-1 flex gap-4 text-ink-2 text-note">
      {t('export.title')}
      {Object.entries(FILES).map(([name, file]) => (
        <a key={file} href={addressOf(`/weeks/${report.week.asOf}/${file}`, view)} className="link" download>
          {name}
        </a>
      ))}
    </p>
  )
}
