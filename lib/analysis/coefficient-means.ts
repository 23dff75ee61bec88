import { meanToDeviation } from '@/lib/metrics/statistics/mean-to-deviation'
import { moments } from '@/lib/metrics/statistics/moments'

/** Information coefficients of a factor over a period; each null for fewer than two values. None is annualised. */
export interface CoefficientMeans {
  /** Mean rank information coefficient, from -1 to 1. */
  rankIc: number | null
  /** Mean of the rank coefficients divided by their standard deviation with n − 1; null too when all are equal. */
  rankIcir: number | null
  /** Mean information coefficient, from -1 to 1. */
  ic: number | null
}

interface Row {
  /** From -1 to 1; null when not known. */
  ic: number | null
  rankIc: number | null
}

/** Returns the means of a factor's coefficients, a row for each rebalancing of the period; unknown ones are left out. */
export function coefficientMeans(rows: readonly Row[]): CoefficientMeans {
  const ranks = rows.map(({ rankIc }) => rankIc)
  return {
    rankIc: moments(ranks)?.mean ?? null,
    rankIcir: meanToDeviation(ranks),
    ic: moments(rows.map(({ ic }) => ic))?.mean ?? null,
  }
}
