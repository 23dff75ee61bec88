import { pathWith } from '@/lib/address/parameters/packed'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { StepLink } from './step-link'

interface Entry {
  code: string
  name: string
}

interface SeriesNeighboursProps {
  entries: Entry[]
  code: string
  /** "/factors" or "/portfolios". */
  folder: string
  view: View
}

/** Links to the series before and after this one, in the order of the report, with the same period and week. */
export function SeriesNeighbours({ entries, code, folder, view }: SeriesNeighboursProps) {
  const t = translatorFor(view.locale)
  const position = entries.findIndex((entry) => entry.code === code)
  const [previous, next] = [entries[position - 1], entries[position + 1]]
  const path = (entry: Entry) => pathWith(`${folder}/${entry.code}`, view.parameters)
  return (
    <nav
      aria-label={t('factors.seriesNav')}
      className="print:hidden mt-14 flex flex-wrap justify-between gap-x-8 border-line border-t pt-3"
    >
      <span>
        {previous && (
          <StepLink path={path(previous)} view={view} direction="previous" between="series">
            {t('factors.previous')}
            <span className="ml-2 text-ink-2">{previous.name}</span>
          </StepLink>
        )}
      </span>
      <span className="text-right">
        {next && (
          <StepLink path={path(next)} view={view} direction="next" between="series">
            <span className="mr-2 text-ink-2">{next.name}</span>
            {t('factors.next')}
          </StepLink>
        )}
      </span>
    </nav>
  )
}
