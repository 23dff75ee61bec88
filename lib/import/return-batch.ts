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

/** What a file holds of one series. */
export interface SeriesSummary {
  code: string
  first: string
  last: string
  rows: number
}

/** One summary per series, ordered by code. */
export function summariseSeries({ codes, dates }: ReturnBatch): SeriesSummary[] {
  const datesByCode = new Map<string, string[]>()
  for (const [index, code] of codes.entries()) {
    const known = datesByCode.get(code)
    const date = dates.slice(index, index + 1)
    if (known === undefined) datesByCode.set(code, date)
    else known.push(...date)
  }
  return [...datesByCode].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([code, own]) => summarise(code, own.sort()))
}

/** Nothing for a series without dates. */
function summarise(code: string, ascending: string[]): SeriesSummary[] {
  const first = ascending[0]
  const last = ascending.at(-1)
  return first === undefined || last === undefined ? [] : [{ code, first, last, rows: ascending.length }]
}
