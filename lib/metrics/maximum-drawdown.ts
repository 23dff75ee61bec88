import { type DrawdownEpisode, drawdownEpisodes } from './drawdown-episodes'

/**
 * What was the deepest fall below a former peak, and was it made good?
 * @param ratios NAV ratios, positive, oldest first, the first one the start; null from where they are not known
 * @returns the deepest episode, the first of several as deep; depth 0 at the start, at once recovered, where the line
 *   never falls; null when a ratio is missing or there are fewer than two
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, ch. 4: maximum drawdown
 * @example maximumDrawdown([1, 2, 1, 2]) // { depth: -0.5, peak: 1, trough: 2, recovery: 3 }
 */
export function maximumDrawdown(ratios: readonly (number | null)[]): DrawdownEpisode | null {
  const known = ratios.filter((ratio) => ratio !== null)
  if (known.length < ratios.length || known.length < 2) return null
  return drawdownEpisodes(known).reduce((deepest, each) => (each.depth < deepest.depth ? each : deepest), NEVER_FELL)
}

const NEVER_FELL: DrawdownEpisode = { depth: 0, peak: 0, trough: 0, recovery: 0 }
