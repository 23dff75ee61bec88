import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { Report } from '@/lib/report/model/report'
import { To } from '../text/to'

/** Lists earlier issues and other reports that this one refers to. */
export function RelatedReports({ report, view }: { report: Report; view: View }) {
  const related = report.issue?.related ?? []
  if (related.length === 0) return null
  const title = translatorFor(view.locale, view.window)('footer.related')
  return (
    <section aria-label={title} className="mt-10 border-line border-t pt-2.5">
      <h2 className="text-sheet">{title}</h2>
      <ul>
        {related.map(({ title: own, date, url }) => (
          <li key={`${date} ${own}`} className="py-0.5 max-mid:py-1.5">
            {url === null ? (
              <WeekLink title={own} date={date} view={view} />
            ) : (
              <a href={url} rel="noopener" className="link">
                {own}
              </a>
            )}
            {date !== null && <span className="ml-3 whitespace-nowrap text-ink-3 text-note">{date}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Shows the title of a report, which leads to its week when it has a date. */
function WeekLink({ title, date, view }: { title: string; date: string | null; view: View }) {
  if (date === null) return title
  return (
    <To path={`/weeks/${date}`} view={view} className="link">
      {title}
    </To>
  )
}
