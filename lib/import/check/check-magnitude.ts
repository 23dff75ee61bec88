import { RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import type { PercentSource } from '@/lib/import/layout/unit'
import type { FaultLog } from '@/lib/import/outcome/fault'
import type { ReturnBatch } from './return-batch'

/** With fewer values the median is not checked. */
export const VALUES_MIN = 10

/** Plausible median of the absolute daily return of hundreds of stocks, decimal fractions: 0.01% to 10%. */
export const MEDIAN = { least: 0.0001, most: 0.1 }

/** The remedy for fractions that are marked as percentages, by the source of the mark. */
export const REMEDY_FOR_FRACTIONS: Record<PercentSource, string> = {
  declaration: 'load the file as decimals (--unit decimal)',
  columns: 'remove the percent sign from the column names',
  cells: 'remove the percent sign or percent format from the cells',
}

/**
 * Refuses returns that are plausible one by one but not together: percentages of a quiet week read as fractions are
 * below every limit, and half of them are above 10%. The median leaves out zeros.
 */
export function checkMagnitude({ kind, legs, percent }: ReturnBatch, faults: FaultLog): void {
  if (RETURN_KINDS[kind].values !== 'returns') return
  const sizes = legs
    .flat()
    .filter((value): value is number => value !== null && value !== 0)
    .map(Math.abs)
  if (sizes.length < VALUES_MIN) return
  const median = Float64Array.from(sizes).sort()[sizes.length >> 1] ?? Number.NaN
  if (percent === null && median > MEDIAN.most) {
    const remedy = `Half of the returns are beyond ${shownPercent(median)}: these are percentages; load the file as percentages (--unit percent).`
    faults.add({ value: String(median), rule: 'implausible-unit', remedy })
  }
  if (percent !== null && median < MEDIAN.least) {
    const remedy = `Half of the returns are within ${shownPercent(median)}: these are fractions; ${REMEDY_FOR_FRACTIONS[percent]}.`
    faults.add({ value: String(median), rule: 'implausible-unit', remedy })
  }
}

/** Formats a fraction as a percentage of two significant digits: "0.24%". */
export function shownPercent(fraction: number): string {
  return `${Number((fraction * 100).toPrecision(2))}%`
}
