import { periodReturn } from './period-return'

/** Trading days that count as a year: the usual convention for daily returns of shares. */
export const DAYS_PER_YEAR = 252

/**
 * What did a series earn, as a rate per year?
 * @param returns daily simple returns, decimal fractions above -1, oldest first, length n; null on a day without data
 * @returns geometric mean, per year: (product of (1 + r))^(252 / n) − 1, a decimal fraction; null when the window is
 *   empty or a day is missing. Less than a year is annualised too: whether that may be shown is for the caller to say.
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, ch. 2: annualised returns
 * @example annualisedReturn(Array(504).fill(0)) // 0
 */
export function annualisedReturn(returns: readonly (number | null)[]): number | null {
  const earned = periodReturn(returns)
  return earned === null ? null : (1 + earned) ** (DAYS_PER_YEAR / returns.length) - 1
}
