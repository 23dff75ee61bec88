import type { MeasuredSeries } from './measured-series'

/** Returns the trading days, from position `from` on, on which a leg has no return. */
export function missingDays({ primary, excess }: MeasuredSeries, days: string[], from: number): string[] {
  const legs = [primary.leg, primary.against, ...(excess ? [excess.against] : [])]
  return days.slice(from).filter((_, position) => legs.some((leg) => leg[from + position] === null))
}

/** Returns the last trading day with a return; undefined when there is none. */
export function lastKnownDay({ primary }: MeasuredSeries, days: string[]): string | undefined {
  return days.findLast((_, position) => primary.leg[position] !== null)
}
