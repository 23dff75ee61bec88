import { ticks } from 'd3-array'

/** Returns the finest round values (1, 2 and 5 times a power of ten) from `low` to `high` that are `most` or fewer, ascending. */
export function roundTicks(low: number, high: number, most: number): number[] {
  // d3 comes near to the number that it is asked for, from either side.
  for (let wanted = 2 * most; wanted > 0; wanted--) {
    const values = ticks(low, high, wanted)
    if (values.length <= most) return values
  }
  return []
}
