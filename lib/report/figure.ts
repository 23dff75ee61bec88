/** What a figure shows, as rows: the charts draw them, the pages list them as tables, exports write them. */
import type { Convention, Locale } from '@/lib/view'

/**
 * `relative-strength` and `legs` belong to a factor, `cumulative-excess` and `excess` to a portfolio. `outline` is the
 * small multiple of either.
 */
export const FIGURE_KINDS = ['relative-strength', 'legs', 'cumulative-excess', 'excess', 'outline'] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]

/** All that decides a figure's rows: the same request gives the same rows, for ever. */
export interface FigureRequest {
  kind: FigureKind
  /** Code of the factor or portfolio. */
  code: string
  /** Data version, from 1. */
  version: number
  /** The version's stamp, so that an address of one store is none of another. */
  stamp: string
  /** Last trading day of the week, ISO date. */
  asOf: string
  locale: Locale
  convention: Convention
}

/** A cumulative line since inception, one point a trading day, oldest first. */
export interface LineRows {
  shape: 'line'
  /** Ratio of two NAVs (base 1, drawn on a log axis), or that ratio minus 1 (base 0, decimal fraction, drawn in percent). */
  measure: 'relative-strength' | 'cumulative-excess'
  /** Name of the line, in the request's language. */
  label: string
  /** ISO dates; the first is the close before the first day with returns, where the value is the base. */
  dates: string[]
  /** null: not defined on that day, drawn as a gap. */
  values: (number | null)[]
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

export type FigureRows = LineRows | BarRows
