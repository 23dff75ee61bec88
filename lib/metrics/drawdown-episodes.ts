/** A fall from a peak until the peak is reached again. Positions in the line of ratios. */
export interface DrawdownEpisode {
  /** Ratio at the trough / ratio at the peak − 1, a decimal fraction below zero. */
  depth: number
  /** The last position at the peak before the fall. */
  peak: number
  /** The first position at the lowest point. */
  trough: number
  /** The first position at or above the peak again; null while the fall goes on. */
  recovery: number | null
}

/**
 * Every fall below a former peak.
 * @param ratios NAV ratios, positive, oldest first, the first one the start
 * @returns oldest first; none where the line never falls. Neighbours do not overlap: a recovery can be the next peak.
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, ch. 4: drawdown, recovery
 * @example drawdownEpisodes([1, 0.8, 1, 0.9]) // [{ depth: -0.2, peak: 0, trough: 1, recovery: 2 }, { … recovery: null }]
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
