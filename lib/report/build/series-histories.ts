import { type SeriesHistory, seriesHistory } from '@/lib/analysis/history'
import { measuredSeries } from './summary-rows'

/** Returns every series of a report: factors, then portfolios. */
export function seriesHistories(inputs: Parameters<typeof measuredSeries>[0]): SeriesHistory[] {
  const { factors, portfolios } = measuredSeries(inputs)
  return [
    ...factors.map((series) => seriesHistory('factor', series, inputs.days)),
    ...portfolios.map((series) => seriesHistory('portfolio', series, inputs.days)),
  ]
}
