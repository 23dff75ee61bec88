import { DAYS_PER_YEAR } from '@/lib/metrics/returns/annualised-return'

/**
 * Returns the length of a rolling window of one year in trading days: the market's number, to the nearest whole day; at
 * least 2, of which a volatility can be computed.
 */
export function yearWindow(daysPerYear: number): number {
  return Math.max(2, Math.round(daysPerYear))
}

/** Returns the trading days by which a market annualises: those of its entry in the catalogue, or the usual number. */
export function daysPerYearOf(
  markets: readonly { code: string; tradingDaysPerYear: number | null }[],
  market: string,
): number {
  return markets.find(({ code }) => code === market)?.tradingDaysPerYear ?? DAYS_PER_YEAR
}
