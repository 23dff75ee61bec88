import type { ReturnKind } from '@/lib/catalogue/series-kinds'
import type { PercentSource } from '@/lib/import/layout/unit'

/** Checked values, column by column, ready to be written. All columns have the same length. */
export interface ReturnBatch {
  kind: ReturnKind
  codes: string[]
  /** ISO dates. */
  dates: string[]
  /**
   * One column per leg, in the order of the kind's legs: daily simple returns as decimal fractions, or coefficients; null
   * where an optional leg is missing.
   */
  legs: (number | null)[][]
  /** What marked the values as percentages; null for decimal fractions. */
  percent: PercentSource | null
}

/** Creates an empty batch. */
export function emptyBatch(kind: ReturnKind, legs: number, percent: PercentSource | null = null): ReturnBatch {
  return { kind, percent, codes: [], dates: [], legs: Array.from({ length: legs }, () => []) }
}
