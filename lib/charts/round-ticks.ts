import { ticks } from 'd3-array'

/**
 * Returns the finest round values (1, 2 and 5 times a power of ten) from `low` to `high`, at most `most`, ascending.
 */
export function roundTicks(low: number, high: number, most: number): number[] {
  // d3 returns about as many ticks as requested, sometimes more.
  for (let wanted = 2 * most; wanted > 0; wanted--) {
    const values = ticks(low, high, wanted)
    if (values.length <= most) return values
  }
  return []
}

/** Returns the number of decimals with which a round value is written; 0 for a whole number. */
export function decimalsOf(value: number): number {
  const [, decimals = ''] = String(value).split('.')
  return decimals.length
}
