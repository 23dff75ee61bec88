/** The one threshold of "unusual": outside the 5th to 95th percentile of past windows of the same length. */
const LOW = 0.05
const HIGH = 0.95

export type Place = 'high' | 'low' | 'usual' | 'unknown'

/** @param percentile share of past windows below, from 0 to 1; null when the history is too short */
export function placeOf(percentile: number | null): Place {
  if (percentile === null) return 'unknown'
  if (percentile > HIGH) return 'high'
  return percentile < LOW ? 'low' : 'usual'
}

export function isUnusual(percentile: number | null): boolean {
  const place = placeOf(percentile)
  return place === 'high' || place === 'low'
}
