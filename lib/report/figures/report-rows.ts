import type { MeasuredSeries } from '@/lib/analysis/measured-series'
import { type TradingWindows, tradingWindows } from '@/lib/analysis/trading-windows'
import { barRows } from '@/lib/figures/bar-rows'
import type { FigureKind, ReportRows } from '@/lib/figures/figure'
import { lineRows } from '@/lib/figures/line-rows'
import { translatorFor } from '@/lib/messages/translate'
import { measuredSeries } from '@/lib/report/build/summary-rows'
import type { ReportInputs } from '@/lib/report/model/inputs'
import { barNames, windowLabels } from '@/lib/report/text/labels'

/** What one numbered figure draws; null while its series has no day. */
export interface ReportFigureRows {
  kind: FigureKind
  code: string
  rows: ReportRows | null
}

/** The rows of every numbered figure of a report, from what the report itself is made of. */
export function reportRows(inputs: ReportInputs): ReportFigureRows[] {
  const { factors, portfolios } = measuredSeries(inputs)
  const windows = tradingWindows(inputs.days)
  return [...factors, ...portfolios].flatMap((series) => figurePair(series, windows, inputs))
}

function figurePair(series: MeasuredSeries, windows: TradingWindows, inputs: ReportInputs): ReportFigureRows[] {
  const { locale, convention } = inputs
  const t = translatorFor(locale)
  const { code, primary, excess } = series
  const measure = excess ? 'relative-strength' : 'cumulative-excess'
  const kind = excess ? 'legs' : 'excess'
  const labels = windowLabels(windows.asOf, locale, t)
  const line = lineRows({ series, days: windows.days, measure, label: t(`figures.${measure}`) })
  const bars = barRows({ pair: primary, windows, convention, labels, names: barNames(kind, t) })
  return [
    { kind: measure, code, rows: line },
    { kind, code, rows: bars },
  ]
}
