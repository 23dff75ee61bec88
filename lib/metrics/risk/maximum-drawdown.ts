import { type DrawdownEpisode, drawdownEpisodes } from './drawdown-episodes'

/**
 * Returns the deepest fall of a line below a former peak, and when it recovered.
 * @param ratios NAV ratios, positive, oldest first, the first one the start; null from where they are not known
 * @returns depth as a decimal fraction, never positive, and positions of peak, trough and recovery; null when a ratio is
 *   missing and for fewer than two. A line that never falls gives depth 0 at the start. Convention: of several equally
 *   deep falls the first counts
 * @see M. Magdon-Ismail, A. F. Atiya, Maximum Drawdown, Risk 17 (2004)
 * @example maximumDrawdown([1, 2, 1, 2]) // { depth: -0.5, peak: 1, trough: 2, recovery: 3 }
 */
export function maximumDrawdown(ratios: readonly (number | null)[]): DrawdownEpisode | null {
  const known = ratios.filter((ratio) => ratio !== null)
  if (known.length < ratios.length || known.length < 2) return null
  return drawdownEpisodes(known).reduce((deepest, each) => (each.depth < deepest.depth ? each : deepest), NO_DRAWDOWN)
}

const NO_DRAWDOWN: DrawdownEpisode = { depth: 0, peak: 0, trough: 0, recovery: 0 }
