import { DAYS_PER_YEAR } from '@/lib/metrics/returns/annualised-return'
import { meanToDeviation } from '@/lib/metrics/statistics/mean-to-deviation'

/**
 * Returns the annualised return for each unit of annualised risk. For the excess of a portfolio over its index this is
 * the information ratio. For the long-short return of a factor it is the Sharpe ratio with a riskless rate of zero, since
 * the short leg finances the long one.
 * @param returns daily simple returns, decimal fractions, any order; null on a day without data, which is left out
 * @param daysPerYear trading days in a year
 * @returns dimensionless; null for fewer than two returns and when all are equal. Convention: arithmetic mean ×
 *   daysPerYear over standard deviation with n − 1, × √daysPerYear
 * @see W. F. Sharpe, The Sharpe Ratio, Journal of Portfolio Management 21 (1994)
 * @see R. C. Grinold, R. N. Kahn, Active Portfolio Management, 2nd ed. (2000), ch. 5: information ratio
 * @example returnToRisk([0.01, null, 0.03]) // Math.sqrt(2 * 252)
 */
export function returnToRisk(returns: readonly (number | null)[], daysPerYear = DAYS_PER_YEAR): number | null {
  const daily = meanToDeviation(returns)
  return daily === null ? null : daily * Math.sqrt(daysPerYear)
}
