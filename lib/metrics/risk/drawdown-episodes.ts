/**
 * Returns every fall of a line below a former peak.
 * @param ratios NAV ratios, positive, oldest first, the first one the start; all of them known
 * @returns oldest first, depths as decimal fractions below zero; empty for a line that never falls. Convention: an
 *   episode lasts from the last position at the peak to the first position at or above it. Episodes do not overlap, but
 *   the end of one can be the peak of the next
 * @see R package PerformanceAnalytics, findDrawdowns
 * @example drawdownEpisodes([1, 0.5, 1]) // [{ depth: -0.5, peak: 0, trough: 1, recovery: 2 }]
 */
export function drawdownEpisodes(ratios: readonly number[]): DrawdownEpisode[] {
  const episodes: DrawdownEpisode[] = []
  let current: DrawdownEpisode | null = null
  let peak = 0
  for (const [position, ratio] of ratios.entries()) {
    const top = ratios[peak] as number
    if (ratio >= top) {
      if (current) current.recovery = position
      current = null
      peak = position
      continue
    }
    const depth = ratio / top - 1
    if (!current) {
      current = { depth, peak, trough: position, recovery: null }
      episodes.push(current)
    } else if (depth < current.depth) {
      current.depth = depth
      current.trough = position
    }
  }
  return episodes
}

/** A fall from a peak until the peak is reached again. Peak, trough and recovery are positions in the line. */
export interface DrawdownEpisode {
  /** Ratio at the trough / ratio at the peak − 1, a decimal fraction below zero. */
  depth: number
  /** The last position at the peak before the fall. */
  peak: number
  /** The first position at the lowest point. */
  trough: number
  /** The first position at or above the peak again; null while the fall continues. */
  recovery: number | null
}
