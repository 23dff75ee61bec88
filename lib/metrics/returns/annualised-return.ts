import { periodReturn } from './period-return'

/**
 * Returns the return of a series as a rate per year.
 * @param returns daily simple returns, decimal fractions above −1, oldest first, length n; null on a day without data
 * @returns decimal fraction per year; null for an empty window and for a window with a gap. Convention: geometric mean,
 *   (product of (1 + r))^(252 / n) − 1. A window below one year is annualised too: the caller decides whether to show it
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed. (2008), ch. 2
 * @see R package PerformanceAnalytics, Return.annualized(geometric = TRUE)
 * @example annualisedReturn([-0.5, ...Array(503).fill(0)]) // Math.sqrt(0.5) - 1
 */
export function annualisedReturn(returns: readonly (number | null)[]): number | null {
  const total = periodReturn(returns)
  return total === null ? null : (1 + total) ** (DAYS_PER_YEAR / returns.length) - 1
}

/** Trading days in a year: the usual convention for daily returns of shares. */
export const DAYS_PER_YEAR = 252
