import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { Report } from '@/lib/report/model/report'
import { To } from '../text/to'

/** Lists earlier issues that this one refers to. */
export function RelatedReports({ report, view }: { report: Report; view: View }) {
  const related = report.issue?.related ?? []
  if (related.length === 0) return null
  const title = translatorFor(view.locale)('footer.related')
  return (
    <section aria-label={title} className="mt-10 border-line border-t pt-2.5">
      <h2 className="text-sheet">{title}</h2>
      <ul>
        {related.map((report) => (
          <li key={report.date} className="py-0.5 max-mid:py-1.5">
            <To path={`/weeks/${report.date}`} view={view} className="link">
              {report.title}
            </To>
            <span className="ml-3 whitespace-nowrap text-ink-3 text-note">{report.date}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
