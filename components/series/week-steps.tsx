import { pathWith } from '@/lib/address/parameters/packed'
import type { View } from '@/lib/address/view'
import type { ReplayedWeek } from '@/lib/analysis/weeks/replayed-week'
import { translatorFor } from '@/lib/messages/translate'
import { StepLink } from './step-link'

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
        <StepLink path={asOf(previous)} view={view} direction="previous" between="weeks">
          {t('week.previous')}
        </StepLink>
      )}
      {next !== null && (
        <StepLink path={asOf(next)} view={view} direction="next" between="weeks">
          {t('week.next')}
        </StepLink>
      )}
    </>
  )
}
