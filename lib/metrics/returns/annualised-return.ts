/**
 * Returns a period's return as a rate per year.
 * @param total return of the whole period, decimal fraction above −1; null when it has none
 * @param days trading days in the period
 * @param daysPerYear trading days in a year
 * @returns decimal fraction per year; null without a return and for a period without days. Convention: geometric mean,
 *   (1 + total)^(daysPerYear / days) − 1. A period below one year is annualised too: the caller decides whether to show it
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed. (2008), ch. 2
 * @see R package PerformanceAnalytics, Return.annualized(geometric = TRUE)
 * @example annualisedReturn(-0.5, 504) // Math.sqrt(0.5) - 1
 */
export function annualisedReturn(total: number | null, days: number, daysPerYear = DAYS_PER_YEAR): number | null {
  return total === null || days < 1 ? null : (1 + total) ** (daysPerYear / days) - 1
}

/** Trading days in a year of a market that names no other number: the usual convention for daily returns of shares. */
export const DAYS_PER_YEAR = 252
