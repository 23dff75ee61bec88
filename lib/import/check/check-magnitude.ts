import { RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import type { PercentSource } from '@/lib/import/layout/unit'
import type { FaultLog } from '@/lib/import/outcome/fault'
import type { ReturnBatch } from './return-batch'

/** Fewer say too little of what is usual. */
export const VALUES_MIN = 10

/** What the median absolute daily return of hundreds of stocks can be, decimal fractions: 0.01% to 10%. */
export const MEDIAN = { least: 0.0001, most: 0.1 }

/** What to do with a file of fractions that is said to hold percentages, by what says so. */
export const REMEDY_FOR_FRACTIONS: Record<PercentSource, string> = {
  declaration: 'load the file with --unit decimal',
  columns: 'remove the percent sign from the column names',
  cells: 'remove the percent sign or percent format from the cells',
}

/**
 * Refuses returns of which each could be, and all together cannot: a quiet week's percentages taken for fractions are
 * below every limit, and half of them above 10%. Zeros are left out of the median.
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
    const remedy = `Half of the returns are beyond ${shownPercent(median)}: these are percentages; load the file with --unit percent.`
    faults.add({ value: String(median), rule: 'implausible-unit', remedy })
  }
  if (percent !== null && median < MEDIAN.least) {
    const remedy = `Half of the returns are within ${shownPercent(median)}: these are fractions; ${REMEDY_FOR_FRACTIONS[percent]}.`
    faults.add({ value: String(median), rule: 'implausible-unit', remedy })
  }
}

/** "0.24%", of two digits. */
export function shownPercent(fraction: number): string {
  return `${Number((fraction * 100).toPrecision(2))}%`
}
