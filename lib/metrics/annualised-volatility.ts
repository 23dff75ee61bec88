import { DAYS_PER_YEAR } from './annualised-return'
import { moments } from './moments'

/**
 * How much do daily returns scatter, as a rate per year?
 * @param returns daily simple returns, decimal fractions, any order; null on a day without data, which is left out
 * @returns standard deviation (n − 1) × √252, a decimal fraction; of excess returns this is the tracking error; null for
 *   fewer than two returns
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, ch. 4: annualised risk
 * @example annualisedVolatility([0.01, 0.01]) // 0
 */
export function annualisedVolatility(returns: readonly (number | null)[]): number | null {
  const found = moments(returns)
  return found === null ? null : found.deviation * Math.sqrt(DAYS_PER_YEAR)
}
