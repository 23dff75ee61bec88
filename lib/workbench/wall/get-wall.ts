import type { WallParameters } from '@/lib/address/parameters/wall-parameters'
import type { View } from '@/lib/address/view'
import { daysPerYearOf, yearWindow } from '@/lib/analysis/days-per-year'
import { type ReplayedWeek, replayedWeek } from '@/lib/analysis/weeks/replayed-week'
import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import type { SharedScale } from '@/lib/charts/frame'
import { buildSummary } from '@/lib/report/build/build-summary'
import { getReportInputs } from '@/lib/report/build/get-report-inputs'
import { restatedOfMarket } from '@/lib/report/build/restated'
import { seriesHistories } from '@/lib/report/build/series-histories'
import type { QualityFinding, Summary, SummaryRow } from '@/lib/report/model/report'
import { type WallSeries, wallFigures } from './wall'
import { wallLines } from './wall-lines'

export interface WallModel extends Pick<ReplayedWeek, 'previous' | 'next'> {
  report: Summary
  /** The common axes of the small multiples; null when nothing is drawn. */
  scale: SharedScale | null
  /** Codes of the series that have the requested line. */
  drawn: ReadonlySet<string>
  /** In the order of the report: factors by family, then portfolios. */
  series: WallSeries[]
  /** Restatements in the year and the week, of any series of the market. */
  restated: QualityFinding[]
  /** Length of the windows of the rolling return, trading days. */
  windowDays: number
}

/**
 * Returns every series of the view's market, as of the week of a date, with the figures of all periods.
 * @returns null when the data begin after that date
 */
export async function getWall(
  view: View,
  days: ReportDays,
  { asOf, line }: Pick<WallParameters, 'asOf' | 'line'>,
): Promise<WallModel | null> {
  const weeks = replayedWeek(days.reported, asOf)
  if (weeks === null) return null
  const inputs = await getReportInputs({ ...view, asOf: weeks.asOf, days })
  const report = buildSummary(inputs)
  const histories = seriesHistories(inputs)
  const figures = wallFigures(histories, inputs.convention)
  const byCode = new Map(histories.map((history) => [history.code, history]))
  const lines = wallLines(histories, line)
  const { factors, portfolios } = inputs.catalogue
  const rebalances = new Map([...factors, ...portfolios].map(({ code, rebalance }) => [code, rebalance]))
  const wallSeriesOf = (family: string, rows: SummaryRow[]) =>
    rows.flatMap((row): WallSeries[] => {
      const [own, rebalance, history] = [figures.get(row.code), rebalances.get(row.code), byCode.get(row.code)]
      return own && rebalance && history
        ? [{ row, family, rebalance, figures: own, history, from: history.inception }]
        : []
    })
  const ofFactors = report.table1.flatMap(({ code, rows }) => wallSeriesOf(code, rows))
  const series = [...ofFactors, ...wallSeriesOf('portfolios', report.table2)]
  const windowDays = yearWindow(daysPerYearOf(inputs.catalogue.markets, days.market))
  return { ...weeks, report, ...lines, series, restated: restatedOfMarket(inputs), windowDays }
}
