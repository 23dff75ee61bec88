import type { ReturnKind } from '@/lib/import/return-kinds'

/** Checked returns, column by column, ready to be written. All columns have one length. */
export interface ReturnBatch {
  kind: ReturnKind
  codes: string[]
  /** ISO dates. */
  dates: string[]
  /** One column per leg, in the order of the kind's legs; daily simple returns, decimal fractions. */
  legs: number[][]
}
