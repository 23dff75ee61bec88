import type { WindowName } from '@/lib/analysis/cell'
import { type LegPair, type MeasuredSeries, within } from '@/lib/analysis/measured-series'
import type { WindowLabels } from '@/lib/analysis/trading-windows'
import { type Span, type TradingWindows, tradingWindows } from '@/lib/analysis/trading-windows'
import { windowLabels } from '@/lib/figures/rows/window-labels'
import { translatorFor } from '@/lib/messages/translate'
import { periodReturn } from '@/lib/metrics/returns/period-return'
import { spread } from '@/lib/metrics/returns/spread'
import type { ReportInputs } from '@/lib/report/model/inputs'
import type { QualityFinding } from '@/lib/report/model/report'
import { restatedOfMarket } from './restated'
import { measuredSeries } from './summary-rows'

/** The same legs under the two conventions, cell by cell. */
export interface Reconciliation {
  isDemo: boolean
  version: number
  asOf: string
  labels: WindowLabels
  groups: ReconciledGroup[]
  /** Restatements of the year and the week. */
  restated: QualityFinding[]
}

type ReconciledMeasure = 'longShort' | 'longExcess' | 'excess'

/** The rows of one measure: one for each series that has it. */
export interface ReconciledGroup {
  measure: ReconciledMeasure
  rows: ReconciledRow[]
}

export interface ReconciledRow {
  code: string
  number: number
  name: string
  windows: Record<WindowName, ReconciledCell>
}

/** Decimal fractions; null where the window has no value. */
export interface ReconciledCell {
  /** Period return of the leg, and of its reference. */
  leg: number | null
  against: number | null
  /** leg − against. */
  arithmetic: number | null
  /** (1 + leg)/(1 + against) − 1. */
  geometric: number | null
  /** arithmetic − geometric = geometric × against. */
  difference: number | null
}

/** Computes every cell under both conventions. Pure function; ignores the convention of the inputs. */
export function reconcile(inputs: ReportInputs): Reconciliation {
  const { locale, catalogue, version, isDemo } = inputs
  const windows = tradingWindows(inputs.days)
  const series = measuredSeries(inputs)
  const factors = catalogue.factors.map((entry, index) => named(entry, series.factors[index]))
  const portfolios = catalogue.portfolios.map((entry, index) => named(entry, series.portfolios[index]))
  const groups: ReconciledGroup[] = [
    { measure: 'longShort', rows: factors.map((row) => reconciledRow(row, row.series.primary, windows)) },
    { measure: 'longExcess', rows: factors.map((row) => reconciledRow(row, excessOf(row.series), windows)) },
    { measure: 'excess', rows: portfolios.map((row) => reconciledRow(row, row.series.primary, windows)) },
  ]
  return {
    isDemo,
    version,
    asOf: windows.asOf,
    labels: windowLabels(windows.asOf, locale, translatorFor(locale)),
    groups: groups.filter(({ rows }) => rows.length > 0),
    restated: restatedOfMarket(inputs),
  }
}

interface NamedSeries {
  code: string
  number: number
  name: string
  series: MeasuredSeries
}

function named(
  entry: { code: string; position: number; name: string },
  series: MeasuredSeries | undefined,
): NamedSeries {
  if (!series) throw new TypeError(`${entry.code} was not measured`)
  return { code: entry.code, number: entry.position, name: entry.name, series }
}

function excessOf({ code, excess }: MeasuredSeries): LegPair {
  if (!excess) throw new TypeError(`${code} is a factor without a benchmark`)
  return excess
}

function reconciledRow({ code, number, name }: NamedSeries, pair: LegPair, windows: TradingWindows): ReconciledRow {
  const cell = (span: Span) => reconciledCell(pair, span)
  const { week, month, year } = windows
  return { code, number, name, windows: { week: cell(week), month: cell(month), year: cell(year) } }
}

function reconciledCell(pair: LegPair, span: Span): ReconciledCell {
  const leg = periodReturn(within(pair.leg, span))
  const against = periodReturn(within(pair.against, span))
  const arithmetic = spread(leg, against, 'arithmetic')
  const geometric = spread(leg, against, 'geometric')
  const difference = arithmetic === null || geometric === null ? null : arithmetic - geometric
  return { leg, against, arithmetic, geometric, difference }
}
