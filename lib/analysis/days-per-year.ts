import { DAYS_PER_YEAR } from '@/lib/metrics/returns/annualised-return'

/** Returns the trading days by which a market annualises: those of its entry in the catalogue, or the usual number. */
export function daysPerYearOf(
  markets: readonly { code: string; tradingDaysPerYear: number | null }[],
  market: string,
): number {
  return markets.find(({ code }) => code === market)?.tradingDaysPerYear ?? DAYS_PER_YEAR
}
