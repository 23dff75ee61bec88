/** What a figure shows, as rows: the charts draw them, the pages list them as tables, exports write them. */
import type { Convention } from '@/lib/base/convention'
import type { Locale } from '@/lib/base/locale'

/**
 * `relative-strength` and `legs` belong to a factor, `cumulative-excess` and `excess` to a portfolio. The outlines are the
 * small multiples of either, the rolling ones lines of the year that ends with each day. `week-columns` and `week-scatter` show all factors at once, `comparison` several series over a
 * period, the `pair-` ones two of them. `series-chart` is one series over a period with its drawdown, `leg-split` what of a
 * factor came from either side, `distribution` how its weeks are spread, `ic` how well a factor ranked the stocks.
 */
export const FIGURE_KINDS = [
  'relative-strength',
  'legs',
  'cumulative-excess',
  'excess',
  'outline',
  'outline-drawdown',
  'outline-return',
  'rolling-return',
  'rolling-volatility',
  'rolling-ratio',
  'week-columns',
  'week-scatter',
  'comparison',
  'pair-difference',
  'pair-correlation',
  'series-chart',
  'leg-split',
  'distribution',
  'ic',
] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]
export type FactorsKind = Extract<FigureKind, `week-${string}`>

/** Small multiples: relative strength, drawdown, and return of the 12 months that end with each day. */
const OUTLINE_KINDS = ['outline', 'outline-drawdown', 'outline-return'] as const
export type OutlineKind = (typeof OUTLINE_KINDS)[number]
export type RollingKind = Extract<FigureKind, `rolling-${string}`>

export function isOutline(kind: FigureKind): kind is OutlineKind {
  return OUTLINE_KINDS.some((outline) => outline === kind)
}

/** Stands for a series' code in the address of a figure of all factors; another market's reads "all.US". */
export const ALL_FACTORS = 'all'

/** @param market its code; absent for the usual one */
export function allFactors(market: string | undefined): string {
  return market === undefined ? ALL_FACTORS : `${ALL_FACTORS}.${market}`
}

/** All that decides a figure's rows: the same request gives the same rows, for ever. */
export interface FigureRequest {
  kind: FigureKind
  /** Code of the factor or portfolio; ALL_FACTORS for a figure of all factors; "a,b,c" for a comparison. */
  code: string
  /** Data version, from 1. */
  version: number
  /** The version's stamp, so that an address of one store or catalogue is none of another. */
  stamp: string
  /** Last trading day of the week, ISO date. */
  asOf: string
  locale: Locale
  convention: Convention
  /** Set exactly when the kind is that of a comparison, or of a series over a period. */
  terms?: ComparisonTerms
}

export const AXES = ['log', 'linear'] as const

/** What is compared, or shown of a series: the first and last day of a period, ISO dates, on an axis. */
export interface ComparisonTerms {
  from: string
  to: string
  axis: (typeof AXES)[number]
  /** The legs beside the line of a series, in the order of LEG_ROLES; absent for none. */
  legs?: readonly LegRole[]
}

/** The long leg or the portfolio; the short leg or the index; the average of the universe. */
export const LEG_ROLES = ['leg', 'against', 'benchmark'] as const
export type LegRole = (typeof LEG_ROLES)[number]

/** Figures on one sheet: few enough to be drawn quickly, many enough that a report's pictures come in a few requests. */
export const SHEET_FIGURES = 8

/** Several figures of a report under each other in one picture: its lines, or its bars, in the order of the report. */
export interface SheetRequest extends Omit<FigureRequest, 'kind' | 'code'> {
  shape: 'lines' | 'bars'
  /** From 0: the first SHEET_FIGURES series, the next ones, … */
  part: number
}

/** Where a figure stands: which part, and which place in it. */
export interface SheetPlace {
  shape: SheetRequest['shape']
  part: number
  /** From 0, of `places` on this sheet. */
  place: number
  places: number
}

/**
 * The place of a report's figure on the sheets. Each series has two figures, its line and then its bars.
 * @param number of the figure, from 1; @param figures how many the report has
 */
export function sheetPlaceOf(number: number, figures: number): SheetPlace {
  const series = Math.ceil(number / 2) - 1
  const part = Math.floor(series / SHEET_FIGURES)
  return {
    shape: number % 2 === 1 ? 'lines' : 'bars',
    part,
    place: series % SHEET_FIGURES,
    places: Math.min(SHEET_FIGURES, figures / 2 - part * SHEET_FIGURES),
  }
}

/** A cumulative line since inception, one point a trading day, oldest first. */
export interface LineRows {
  shape: 'line'
  /**
   * Ratio of two NAVs (base 1, drawn on a log axis); that ratio minus 1 (base 0, decimal fraction, drawn in percent); a
   * correlation (base 0, from −1 to 1); the ratio below its peak so far, or a figure of the year that ends with each day
   * (base 0, decimal fractions; return to risk has no unit).
   */
  measure: 'relative-strength' | 'cumulative-excess' | 'correlation' | 'drawdown' | RollingKind
  /** Name of the line, in the request's language. */
  label: string
  /** ISO dates; the first is the close before the first day with returns, where the value is the base. */
  dates: string[]
  /** null: not defined on that day, drawn as a gap. */
  values: (number | null)[]
}

/** Several lines that begin at 1 on the same day. */
export interface LinesRows {
  shape: 'lines'
  axis: ComparisonTerms['axis']
  /** ISO dates; the first is the close before the first common day, where each line is 1. */
  dates: string[]
  lines: { code: string; label: string; values: (number | null)[] }[]
}

/** One series over a period, rebased to the close before it, with how far it fell. */
export interface SeriesRows {
  shape: 'series'
  /** What a value is: a NAV or ratio of two (base 1), the same told as what was earned (base 1), a decimal fraction (base 0). */
  unit: 'ratio' | 'earned' | 'fraction'
  axis: ComparisonTerms['axis']
  /** ISO dates; the first is the close before the first day, where each line is at its base. */
  dates: string[]
  /** The main line first. */
  lines: { role: 'net' | LegRole; label: string; values: (number | null)[] }[]
  /** Of the main line; null for a figure without it. */
  drawdown: { label: string; values: (number | null)[]; falls: Fall[] } | null
}

/** A fall from a peak until it is reached again. */
export interface Fall {
  /** Decimal fraction below zero. */
  depth: number
  /** Positions among the dates; recovery is null while the fall goes on. */
  peak: number
  trough: number
  recovery: number | null
}

/** Period returns of the legs, decimal fractions. */
export interface BarRows {
  shape: 'bars'
  /** Week, month, year, in this order. */
  windows: BarWindow[]
}

export interface BarWindow {
  /** "本周", "8 月", "2024" and their English. */
  label: string
  /** Three bars: the leg, what it is measured against, and their difference (`net`). */
  bars: { role: 'leg' | 'against' | 'net'; label: string; value: number | null }[]
}

/** Long-short returns of all factors in two windows, the week's highest first, those without one last. */
export interface FactorRows {
  /** `columns`: week and month. `scatter`: year to date across, week upwards. */
  shape: 'columns' | 'scatter'
  /** Names of the two windows. */
  windows: [string, string]
  factors: FactorPoint[]
}

export interface FactorPoint {
  /** Section number, which stands for the name where that has no room. */
  number: number
  name: string
  /** Decimal fractions, in the order of the windows; null when there is none. */
  values: [number | null, number | null]
}

/** What a live chart can draw. */
export type LiveRows = LineRows | LinesRows | BarRows | SeriesRows

/** What a report shows. */
export type ReportRows = LiveRows | FactorRows

/** How many weeks of a period had which return. */
export interface DistributionRows {
  shape: 'distribution'
  /** Where the first bin begins, and how wide each is, decimal fractions. */
  from: number
  width: number
  counts: number[]
  /** The last week of the period; null where it has no value. */
  last: { value: number; end: string; bin: number; label: string } | null
  /** Share of the earlier weeks below it; null with fewer than 52 of them. */
  percentile: number | null
}

/** Information coefficients of a factor, one a rebalancing, from −1 to 1. */
export interface QualityRows {
  shape: 'quality'
  /** ISO dates, oldest first. */
  dates: string[]
  /** The one that is drawn first; null on dates without it. */
  lines: { label: string; values: (number | null)[] }[]
  /** Of the drawn one; null for fewer than two values. */
  mean: { value: number; label: string } | null
}

export type FigureRows = ReportRows | DistributionRows | QualityRows

/** What is written around a figure where it stands alone, as on an exported picture. */
export interface FigureCaption {
  /** Series and figure, or the figure of all factors. */
  title: string
  /** Unit, scale and span of time. */
  note: string
  /** Where the data come from, the as-of date, the data version and the convention. */
  source: string
  /** The mark of synthetic data; null where the data are the user's own. */
  demo: string | null
}

export interface Figure {
  /** From 1, through the whole report. */
  number: number
  kind: FigureKind
  code: string
  /** Name of the series. */
  subject: string
  title: string
  /** Unit, scale and span of time. */
  note: string
  source: string
  /** One sentence for those who cannot see the picture. */
  alt: string
  /** Why there is nothing to draw; null when there is. */
  emptyReason: string | null
  table: FigureTable
}

/** A figure of all factors, which stands outside the numbered ones. */
export type FactorsFigure = Omit<Figure, 'number'>

/** The figure's data for those who cannot see it; cells are formatted. */
export interface FigureTable {
  head: string[]
  rows: string[][]
}
