import type { z } from 'zod'
import { legsOf, type seriesParameters } from '@/lib/parameters/series-parameters'
import type { SeriesHistory } from '@/lib/series/history'
import type { View } from '@/lib/view'
import { Distribution } from './distribution'
import { LegYears } from './leg-years'
import { MonthMap } from './month-map'
import { RollingPanels } from './rolling-panels'
import { SeriesChart } from './series-chart'
import { StatisticsTable } from './statistics-table'
import { UnusualLine } from './unusual-line'

interface SeriesPartsProps {
  history: SeriesHistory
  /** Name of the series in the view's language. */
  name: string
  view: View
  asked: z.infer<typeof seriesParameters>
}

/** All that is computed of one series, for the chosen period and since inception. */
export function SeriesParts({ history, name, view, asked }: SeriesPartsProps) {
  const { from, to, legs, axis } = asked
  const period = { history, view, from, to }
  return (
    <div className="series-parts">
      <SeriesChart {...period} name={name} legs={legsOf(legs) ?? []} axis={axis} />
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
