/** The only threshold of "unusual": outside the 5th to 95th percentile of past windows of the same length. */
const LOW = 0.05
const HIGH = 0.95

export type PercentileBand = 'high' | 'low' | 'usual' | 'unknown'

/**
 * Returns the band of a percentile.
 * @param percentile share of past windows below, from 0 to 1; null when the history is too short
 */
export function percentileBand(percentile: number | null): PercentileBand {
  if (percentile === null) return 'unknown'
  if (percentile > HIGH) return 'high'
  return percentile < LOW ? 'low' : 'usual'
}

/** Is it above, or below, everything in its history? */
export function isRecord(percentile: number | null): boolean {
  return percentile === 0 || percentile === 1
}

export function isUnusual(percentile: number | null): boolean {
  const band = percentileBand(percentile)
  return band === 'high' || band === 'low'
}
