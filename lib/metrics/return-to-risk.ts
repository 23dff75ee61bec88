import { DAYS_PER_YEAR } from './annualised-return'
import { moments } from './moments'

/**
 * How much return came with each unit of risk? Of a portfolio's excess over its index this is the information ratio; of a
 * factor's long-short return, which is financed by its own short side, the Sharpe ratio with a riskless rate of zero.
 * @param returns daily simple returns, decimal fractions, any order; null on a day without data, which is left out
 * @returns (mean × 252) / (standard deviation (n − 1) × √252), dimensionless; null for fewer than two returns or when
 *   they are all the same
 * @see W. F. Sharpe, The Sharpe Ratio, Journal of Portfolio Management 21 (1994): ratio of differential returns
 * @example returnToRisk([0.01, -0.01]) // 0
 */
export function returnToRisk(returns: readonly (number | null)[]): number | null {
  const found = moments(returns)
  if (found === null || found.deviation === 0) return null
  return (found.mean / found.deviation) * Math.sqrt(DAYS_PER_YEAR)
}
