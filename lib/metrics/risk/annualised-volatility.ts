import { DAYS_PER_YEAR } from '@/lib/metrics/returns/annualised-return'
import { moments } from '@/lib/metrics/statistics/moments'

/**
 * Returns the volatility of daily returns as a rate per year. For excess returns this is the tracking error.
 * @param returns daily simple returns, decimal fractions, any order; null on a day without data, which is left out
 * @param daysPerYear trading days in a year
 * @returns decimal fraction per √year; null for fewer than two returns, 0 when all are equal. Convention: standard
 *   deviation with n − 1, × √daysPerYear
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed. (2008), ch. 4
 * @see R package PerformanceAnalytics, StdDev.annualized(scale = 252)
 * @example annualisedVolatility([0.01, null, -0.01]) // 0.01 * Math.sqrt(2 * 252)
 */
export function annualisedVolatility(returns: readonly (number | null)[], daysPerYear = DAYS_PER_YEAR): number | null {
  const sample = moments(returns)
  return sample === null ? null : annualisedDeviation(sample.deviation, daysPerYear)
}

/** Returns the same from the standard deviation of the daily returns, a decimal fraction. */
export function annualisedDeviation(deviation: number, daysPerYear: number): number {
  return deviation * Math.sqrt(daysPerYear)
}
