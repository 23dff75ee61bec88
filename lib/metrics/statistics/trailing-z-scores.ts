import { MIN_HISTORY } from './percentile-rank'

/**
 * Returns the z-score of each value against the values before it, from a start that moves along with it: what `zScore`
 * returns for each, in one pass.
 * @param values any unit, oldest first; null where there is none, which is left out
 * @param from for each value the position of the first one before it that counts; it never falls
 * @returns (value − mean) / standard deviation, dimensionless; null as in `zScore`. Convention: n − 1
 * @see NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.5.17: Z-scores
 * @example trailingZScores([...Array(26).fill(1), ...Array(26).fill(-1), 3], Array(53).fill(0)).slice(52) // [3 * Math.sqrt(51 / 52)]
 */
export function trailingZScores(values: readonly (number | null)[], from: readonly number[]): (number | null)[] {
  const past = new MovingSums(values.find((value) => value !== null) ?? 0)
  let start = 0
  return values.map((value, position) => {
    for (; start < (from[position] ?? 0); start++) past.remove(values[start] ?? null)
    const score = value === null ? null : past.scoreOf(value)
    past.add(value)
    return score
  })
}

/** Sums of the values in a moving window, about a value of their own size. */
class MovingSums {
  private count = 0
  private sum = 0
  private squares = 0
  /** Values of the window, each with how often it is there: one alone has no deviation, which rounded sums could hide. */
  private readonly times = new Map<number, number>()

  constructor(private readonly centre: number) {}

  add(value: number | null): void {
    if (value === null) return
    this.move(value, 1)
    this.times.set(value, (this.times.get(value) ?? 0) + 1)
  }

  remove(value: number | null): void {
    if (value === null) return
    this.move(value, -1)
    const left = (this.times.get(value) ?? 0) - 1
    if (left > 0) this.times.set(value, left)
    else this.times.delete(value)
  }

  scoreOf(value: number): number | null {
    const { count, sum, squares, times, centre } = this
    if (count < MIN_HISTORY || times.size < 2) return null
    const variance = (squares - sum ** 2 / count) / (count - 1)
    // What rounding leaves of a window of nearly equal values is no deviation.
    return variance > 0 ? (value - centre - sum / count) / Math.sqrt(variance) : null
  }

  private move(value: number, sign: 1 | -1): void {
    this.count += sign
    this.sum += sign * (value - this.centre)
    this.squares += sign * (value - this.centre) ** 2
  }
}
