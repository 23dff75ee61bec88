import type { WindowLabels } from '@/lib/analysis/trading-windows'
import type { FactorRows, FactorsKind } from '@/lib/figures/figure'

/** A factor's long-short returns, decimal fractions; null when a window has none. */
export interface FactorReturns {
  /** Section number. */
  number: number
  /** Short name. */
  name: string
  week: number | null
  month: number | null
  year: number | null
}

/** The rows of a figure of all factors: the week beside the month, or the week over the year. */
export function factorRows(kind: FactorsKind, factors: FactorReturns[], labels: WindowLabels): FactorRows {
  const sorted = factors.toSorted(byWeek)
  if (kind === 'week-scatter') {
    const points = sorted.map(({ number, name, week, year }) => ({ number, name, values: pair(year, week) }))
    return { shape: 'scatter', windows: [labels.year, labels.week], factors: points }
  }
  const columns = sorted.map(({ number, name, week, month }) => ({ number, name, values: pair(week, month) }))
  return { shape: 'columns', windows: [labels.week, labels.month], factors: columns }
}

/** The highest first, those without a value last; ties in the order of the report. */
function byWeek(a: FactorReturns, b: FactorReturns): number {
  if (a.week === null || b.week === null)
    return Number(a.week === null) - Number(b.week === null) || a.number - b.number
  return b.week - a.week || a.number - b.number
}

function pair(first: number | null, second: number | null): [number | null, number | null] {
  return [first, second]
}
