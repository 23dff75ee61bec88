/** Rows of several kinds of figure, or of a live chart. Rows of a single kind are in the file of that kind. */
import type { ComparisonTerms, LegRole } from './terms'

/** One line, a point for each day, oldest first. */
export interface LineRows {
  shape: 'line'
  measure: LineMeasure
  /** Name of the line, in the request's language. */
  label: string
  /** ISO dates; the first is the close before the first day with returns if the line begins with a base. */
  dates: string[]
  /** null: not defined on that day, drawn as a gap. */
  values: (number | null)[]
}

/**
 * Ratio of two NAVs (base 1, drawn on a log axis); that ratio minus 1 (base 0, decimal fraction, drawn in percent); a
 * correlation (base 0, from −1 to 1); the ratio below its peak so far, or a figure of the year that ends with each day
 * (base 0, decimal fractions; return to risk has no unit).
 */
export type LineMeasure =
  | 'relative-strength'
  | 'cumulative-excess'
  | 'correlation'
  | 'drawdown'
  | 'rolling-return'
  | 'rolling-volatility'
  | 'rolling-ratio'

/** Returns whether the first date is that of the base, which is no day; rolling figures have none. */
export function beginsWithBase(rows: LineRows | LinesRows): boolean {
  if (rows.shape === 'lines') return true
  const { measure } = rows
  return measure === 'relative-strength' || measure === 'cumulative-excess' || measure === 'drawdown'
}

/** Several lines that begin at 1 on the same day. */
export interface LinesRows {
  shape: 'lines'
  axis: ComparisonTerms['axis']
  /** ISO dates; the first is the close before the first common day, where each line is 1. */
  dates: string[]
  lines: { code: string; label: string; values: (number | null)[] }[]
}

/** Lines of one series over a period, rebased to the close before it, with the drawdown of the main one. */
export interface SeriesRows {
  shape: 'series'
  /** Values are NAVs or ratios of two, with base 1; `earned` ones are shown as returns. */
  unit: 'ratio' | 'earned'
  axis: ComparisonTerms['axis']
  /** ISO dates; the first is the close before the first day, where each line is 1. */
  dates: string[]
  /** The main line first. */
  lines: { role: 'net' | LegRole; label: string; values: (number | null)[] }[]
  /** Of the main line; null for a figure without drawdown. */
  drawdown: { label: string; values: (number | null)[]; falls: Fall[] } | null
  /** Trading days by which a period above a year is annualised. */
  daysPerYear: number
}

/** A fall from a peak until the peak is reached again. */
export interface Fall {
  /** Decimal fraction below zero. */
  depth: number
  /** Positions in the dates; recovery is null while the fall continues. */
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
  /** Three bars: the leg, its reference, and their difference (`net`). */
  bars: { role: 'leg' | 'against' | 'net'; label: string; value: number | null }[]
}

/** Long-short returns of all factors in two windows, sorted by the week, highest first, missing values last. */
export interface FactorRows {
  /** `columns`: week and month. `scatter`: year to date across, week upwards. */
  shape: 'columns' | 'scatter'
  /** Names of the two windows. */
  windows: [string, string]
  factors: FactorPoint[]
}

export interface FactorPoint {
  /** Section number, which replaces the name when it does not fit. */
  number: number
  name: string
  /** Decimal fractions, in the order of the windows; null when missing. */
  values: [number | null, number | null]
}

/** Rows that a live chart can draw. */
export type LiveRows = LineRows | LinesRows | SeriesRows | BarRows

export function isLine(rows: { shape: string }): rows is LineRows {
  return rows.shape === 'line'
}
