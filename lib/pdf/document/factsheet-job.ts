import { daysPerYearOf } from '@/lib/analysis/days-per-year'
import { type SeriesHistory, seriesHistory } from '@/lib/analysis/history'
import { measuredFactor, measuredPortfolio } from '@/lib/analysis/measured-series'
import { buildReport } from '@/lib/report/build/build-report'
import type { ReportInputs } from '@/lib/report/model/inputs'
import { type FactsheetJob, type Printed, printedOf } from './job'
import { rowsByFigure } from './report-job'

/** Returns the job for the factsheet of the only series in `inputs`. @throws RangeError without a series */
export function factsheetJob(inputs: ReportInputs, printed: Printed): FactsheetJob {
  const history = historyOf(inputs)
  return {
    kind: 'factsheet',
    history,
    report: buildReport(inputs),
    rows: rowsByFigure([history], inputs),
    ...printedOf(printed),
  }
}

function historyOf({ catalogue, market, factorReturns, portfolioReturns, days, only }: ReportInputs): SeriesHistory {
  const daysPerYear = daysPerYearOf(catalogue.markets, market)
  const isWanted = ({ code }: { code: string }) => code === only
  const factor = catalogue.factors.find(isWanted)
  if (factor)
    return seriesHistory('factor', measuredFactor(factor, factorReturns.find(isWanted), days), days, daysPerYear)
  const portfolio = catalogue.portfolios.find(isWanted)
  if (!portfolio) throw new RangeError(`the catalogue has no ${only}`)
  return seriesHistory(
    'portfolio',
    measuredPortfolio(portfolio, portfolioReturns.find(isWanted), days),
    days,
    daysPerYear,
  )
}
