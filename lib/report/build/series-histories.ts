import { daysPerYearOf } from '@/lib/analysis/days-per-year'
import { type SeriesHistory, seriesHistory } from '@/lib/analysis/history'
import type { ReportInputs } from '@/lib/report/model/inputs'
import { measuredSeries } from './summary-rows'

type Inputs = Parameters<typeof measuredSeries>[0] &
  Pick<ReportInputs, 'market'> & { catalogue: { markets: Parameters<typeof daysPerYearOf>[0] } }

/** Returns every series of a report: factors, then portfolios. */
export function seriesHistories(inputs: Inputs): SeriesHistory[] {
  const { factors, portfolios } = measuredSeries(inputs)
  const daysPerYear = daysPerYearOf(inputs.catalogue.markets, inputs.market)
  return [
    ...factors.map((series) => seriesHistory('factor', series, inputs.days, daysPerYear)),
    ...portfolios.map((series) => seriesHistory('portfolio', series, inputs.days, daysPerYear)),
  ]
}
