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
    for (; start < (from[position] ?? 0); start++) if ((values[start] ?? null) !== null) past.removeFirst()
    const score = value === null ? null : past.scoreOf(value)
    if (value !== null) past.add(value)
    return score
  })
}

/** Sums of the values in a moving window, about a value of their own size. */
class MovingSums {
  private sum = 0
  private squares = 0
  /** Neighbours in the window that differ: without any there is no deviation, which rounded sums could hide. */
  private changes = 0
  /** All values so far, and the position of the first one in the window. */
  private readonly values: number[] = []
  private first = 0

  constructor(private readonly centre: number) {}

  add(value: number): void {
    if (this.values.length > this.first && this.values.at(-1) !== value) this.changes += 1
    this.values.push(value)
    this.move(value, 1)
  }

  removeFirst(): void {
    const [value, next] = [this.values[this.first] as number, this.values[this.first + 1]]
    if (next !== undefined && next !== value) this.changes -= 1
    this.first += 1
    this.move(value, -1)
  }

  scoreOf(value: number): number | null {
    const { sum, squares, changes, centre } = this
    const count = this.values.length - this.first
    if (count < MIN_HISTORY || changes === 0) return null
    const variance = (squares - sum ** 2 / count) / (count - 1)
    // What rounding leaves of a window of nearly equal values is no deviation.
    return variance > 0 ? (value - centre - sum / count) / Math.sqrt(variance) : null
  }

  private move(value: number, sign: 1 | -1): void {
    this.sum += sign * (value - this.centre)
    this.squares += sign * (value - this.centre) ** 2
  }
}
