import type { ReturnKind } from '@/lib/catalogue/series-kinds'
import type { PercentSource } from '@/lib/import/layout/unit'

/** The key of a row of returns. */
export interface RowKey {
  /** ISO date. */
  date: string
  code: string
}

/** Where a file has a row. */
export interface RowLocation {
  /** Sheet of a workbook; null for any other file. */
  sheet: string | null
  /** Line in the file, or row of the sheet, from 1. */
  line: number
}

/** Checked values, column by column, ready to be written. All columns have the same length. */
export interface ReturnBatch {
  kind: ReturnKind
  codes: string[]
  /** ISO dates. */
  dates: string[]
  /**
   * One column per leg, in the order of the kind's legs: daily simple returns or contributions as decimal fractions, or
   * coefficients; null where an optional leg is missing.
   */
  legs: (number | null)[][]
  /** The part of each row, "group/component" or "group"; empty for a kind without parts. */
  parts: string[]
  /** What marked the values as percentages; null for decimal fractions. */
  percent: PercentSource | null
  /** Where the rows stand that the reader was asked to locate, in that order; null for a row that the file lacks. */
  located: (RowLocation | null)[]
}

/** Creates an empty batch. */
export function emptyBatch(kind: ReturnKind, legs: number, percent: PercentSource | null = null): ReturnBatch {
  return { kind, percent, located: [], codes: [], dates: [], parts: [], legs: Array.from({ length: legs }, () => []) }
}
