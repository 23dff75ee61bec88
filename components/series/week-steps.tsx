import { pathWith } from '@/lib/address/parameters/packed'
import type { View } from '@/lib/address/view'
import type { ReplayedWeek } from '@/lib/analysis/replayed-week'
import { translatorFor } from '@/lib/messages/translate'
import { To } from '../text/to'

interface WeekStepsProps {
  week: Pick<ReplayedWeek, 'previous' | 'next'>
  view: View
  /** Path of the page, without parameters. */
  path: string
}

/** Links to the same page as of the week before and the week after, also by ← and →. */
export function WeekSteps({ week: { previous, next }, view, path }: WeekStepsProps) {
  const t = translatorFor(view.locale)
  const asOf = (date: string) => pathWith(path, { ...view.parameters, asOf: date })
  return (
    <>
      {previous !== null && (
        <To
          path={asOf(previous)}
          view={view}
          rel="prev"
          data-week="previous"
          aria-keyshortcuts="ArrowLeft"
          className="link py-1"
        >
          ‹ {t('week.previous')}
        </To>
      )}
      {next !== null && (
        <To
          path={asOf(next)}
          view={view}
          rel="next"
          data-week="next"
          aria-keyshortcuts="ArrowRight"
          className="link py-1"
        >
          {t('week.next')} ›
        </To>
      )}
    </>
  )
}
