import type { z } from 'zod'
import type { seriesParameters } from '@/lib/address/parameters/series-parameters'
import type { View } from '@/lib/address/view'
import type { SeriesHistory } from '@/lib/analysis/history'
import type { FigureSources } from '@/lib/figures/figure-rows'
import { FigurePart } from './figure-part'
import { LegYears } from './leg-years'
import { MonthMap } from './month-map'
import { RollingPanels } from './rolling-panels'
import { StatisticsTable } from './statistics-table'
import { UnusualLine } from './unusual-line'

interface SeriesPartsProps {
  history: SeriesHistory
  /** Name of the series in the view's language. */
  name: string
  view: View
  parameters: z.infer<typeof seriesParameters>
  /** Information coefficients of a factor; empty when none are loaded. */
  quality?: FigureSources['coefficients']
}

/** Shows the figures of one series below its lines, for the chosen period and since inception. */
export function SeriesParts({ history, name, view, parameters, quality = [] }: SeriesPartsProps) {
  const { from, to } = parameters
  const period = { history, view, from, to }
  return (
    <div>
      <UnusualLine history={history} view={view} />
      <div className="grid items-start gap-x-16 min-[1080px]:grid-cols-[minmax(0,1fr)_minmax(0,480px)]">
        <StatisticsTable {...period} />
        <div className="min-w-0 mid:max-[1079px]:grid mid:max-[1079px]:grid-cols-2 mid:max-[1079px]:gap-x-6">
          <FigurePart kind="distribution" layout="small" {...period} name={name} />
          <RollingPanels history={history} name={name} view={view} />
        </div>
      </div>
      <FigurePart kind="ic" layout="strip" {...period} coefficients={quality} name={name} />
      <MonthMap history={history} view={view} />
      <LegYears {...period} />
    </div>
  )
}
