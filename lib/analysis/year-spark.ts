import { lineOver } from './line'
import type { LegPair } from './measured-series'
import type { TradingWindows } from './trading-windows'

/**
 * Returns the line of the year so far: ratio of the two NAVs at the close of each week, 1 at the start.
 * @returns one value for the start and one per week (the New Year may cut the first); null from a missing day on
 */
export function yearSpark(
  pair: LegPair,
  { year, weeksOfYear }: Pick<TradingWindows, 'year' | 'weeksOfYear'>,
): (number | null)[] {
  const ratios = lineOver(pair, year)
  const weekEnds = weeksOfYear.map(({ to }) => to - year.from)
  return [0, ...weekEnds].map((position) => ratios[position] ?? null)
}
