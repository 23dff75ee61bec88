import type { SeriesHistory } from '@/lib/series/history'
import type { View } from '@/lib/view'
import { Distribution } from './distribution'
import { LegYears } from './leg-years'
import { MonthMap } from './month-map'
import { RollingPanels } from './rolling-panels'
import { StatisticsTable } from './statistics-table'
import { UnusualLine } from './unusual-line'

interface SeriesPartsProps {
  history: SeriesHistory
  view: View
  /** The chosen period, ISO dates, inclusive. */
  from?: string | undefined
  to?: string | undefined
}

/** All that is computed of one series, for the chosen period and since inception. */
export function SeriesParts({ history, view, from, to }: SeriesPartsProps) {
  const period = { history, view, from, to }
  return (
    <div className="series-parts">
      <UnusualLine history={history} view={view} />
      <div className="series-pair">
        <StatisticsTable {...period} />
        <div>
          <Distribution {...period} />
          <RollingPanels history={history} view={view} />
        </div>
      </div>
      <MonthMap history={history} view={view} />
      <LegYears {...period} />
    </div>
  )
}
