import type { Daily, MeasuredSeries } from './measured-series'

/** Returns the trading days, from position `from` on, on which a leg has no return. */
export function missingDays({ primary, excess }: MeasuredSeries, days: string[], from: number): string[] {
  const legs = [primary.leg, primary.against, ...(excess ? [excess.against] : [])]
  const missing = new Set(legs.flatMap((leg) => positionsOfNull(leg, from)))
  return [...missing].sort((a, b) => a - b).map((position) => days[position] as string)
}

function positionsOfNull(leg: Daily, from: number): number[] {
  const positions: number[] = []
  for (let next = leg.indexOf(null, from); next >= 0; next = leg.indexOf(null, next + 1)) positions.push(next)
  return positions
}

/** Returns the last trading day with a return; undefined when there is none. */
export function lastKnownDay({ primary }: MeasuredSeries, days: string[]): string | undefined {
  return days.findLast((_, position) => primary.leg[position] !== null)
}
