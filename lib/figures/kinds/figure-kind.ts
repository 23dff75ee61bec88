import type { Comparison } from '@/lib/analysis/comparison'
import type { SeriesHistory } from '@/lib/analysis/history'
import type { Convention } from '@/lib/base/convention'
import type { ExportTable } from '@/lib/base/export-table'
import type { Locale } from '@/lib/base/locale'
import type { WindowKind } from '@/lib/base/window-kind'
import type { ChartOption, Frame } from '@/lib/charts/frame'
import type { FactorQuality } from '@/lib/db/queries/get-factor-quality'
import type { FactorReturns, PeriodContributions, SeriesPeriod } from '@/lib/figures/rows/row-sources'
import type { Layout, SizeName } from '@/lib/figures/rows/sizes'
import type { ComparisonTerms } from '@/lib/figures/rows/terms'
import type { Translator } from '@/lib/messages/translate'

/**
 * A kind of figure: its rows, its drawing and its texts. Page, live chart, PDF, files and picture addresses all use it.
 * `registry.ts` lists the kinds.
 */
export interface FigureKind<Rows extends FigureRows = FigureRows> {
  /** Source of the rows. It determines the parameters in an address of this kind. */
  source: RowSource<Rows>
  /** Whether it shows the windows of a report, so that its address says of which kind that is. */
  hasWindows?: true
  /**
   * Its numbers: window figures, by the convention; line figures, of NAV ratios under both conventions; null for
   * neither.
   */
  figures: 'window' | 'line' | null
  /** Layouts of pages that show it; it can be drawn at each of their sizes. */
  layouts: readonly Layout[]
  /**
   * The size at which it is exported, of its layouts or another; null for a small multiple, which shares its scale and is never exported alone.
   */
  exportSize: SizeName | null
  /** Returns the option of its picture; the live chart and the PDF draw the same one. */
  option(rows: Rows, frame: Frame): ChartOption
  /** Returns the name of the figure, without that of its series. */
  title(context: FigureContext): string
  /** Returns the text before the title of an exported figure; when absent, the name of its series. */
  subject?(context: FigureContext): string | null
  /** Returns unit, scale and span of time. */
  note(rows: Rows, context: FigureContext): string
  /** Returns one sentence for readers who cannot see the picture. */
  summary(rows: Rows, context: FigureContext): string
  /** Returns why there is nothing to draw; null when there is. When absent, there is always something. */
  emptyReason?(rows: Rows, context: FigureContext): string | null
  /** Returns the number of observations, for the text about the method. */
  sample?(rows: Rows, context: FigureContext): string
  /** Returns the formatted data for the table under the picture. */
  table(rows: Rows, context: FigureContext): FigureTable
  /** Returns all data at full precision, for CSV and XLSX. */
  exportTable(rows: Rows, context: FigureContext): ExportTable
}

/** Data of a figure, as plain data that is sent to browsers and to the process that makes PDFs. */
export interface FigureRows {
  shape: string
}

/** Parameters of a figure apart from its series. */
export interface FigureContext {
  /** Last trading day of the week, ISO date. */
  asOf: string
  locale: Locale
  convention: Convention
  /** The period, for a figure that has one. */
  terms?: ComparisonTerms
  /** Kind of the report whose windows it shows; a week when absent. */
  window?: WindowKind
  /** Names of its series in the figure's language, in the order of its address; short names when it shows several. */
  names: readonly string[]
  t: Translator
}

/** Source of the rows. Each source needs different parameters in the figure's address. */
type RowSource<Rows> =
  /** One series up to the as-of date. */
  | { of: 'series'; rows(history: SeriesHistory, context: FigureContext): Rows | null }
  /** One series over the period of the terms. */
  | { of: 'period'; canHaveLegs?: true; rows(period: SeriesPeriod, context: FigureContext): Rows | null }
  /** Information coefficients of one factor over the period of the terms. */
  | { of: 'coefficients'; rows(coefficients: readonly FactorQuality[], context: FigureContext): Rows | null }
  /** Contributions to the excess of one portfolio over the period of the terms. */
  | { of: 'contributions'; rows(period: PeriodContributions, context: FigureContext): Rows | null }
  /** Several series, or exactly two, over the trading days that all of them have. */
  | { of: 'comparison' | 'pair'; rows(comparison: Comparison, context: FigureContext): Rows | null }
  /** All factors of a market, up to the as-of date. */
  | { of: 'factors'; rows(factors: readonly FactorReturns[], context: FigureContext): Rows | null }

/** The figure's data for readers who cannot see it; cells are formatted. */
export interface FigureTable {
  head: string[]
  rows: string[][]
}
