/** One measured figure beside its budget. */
export interface Verdict {
  name: string
  /** Median of the turns of the run, in `unit`. */
  value: number
  unit: 'ms' | 's' | 'kB' | 'MB' | 'fps' | 'req/s' | ''
  /** The lower bound measured in the same run, in `unit`; null for an absolute budget. */
  floor: number | null
  /** A ratio to the floor, or a value in `unit` without floor. */
  budget: number
  /** Whether the budget is a minimum, as for a frame rate, and not a maximum. */
  atLeast?: boolean
}

/** Writes a line such as "LCP, 4x slower: 820 ms, floor 640 ms, ratio 1.28, budget 1.3: kept" */
export function verdictLine(verdict: Verdict): string {
  const { name, value, unit, floor, budget } = verdict
  const beside =
    floor === null
      ? `budget ${budget} ${unit}`
      : `floor ${rounded(floor)} ${unit}, ratio ${(value / floor).toFixed(2)}, budget ${budget}`
  return `${name}: ${rounded(value)} ${unit}, ${beside}: ${isKept(verdict) ? 'kept' : 'MISSED'}`
}

export function isKept({ value, floor, budget, atLeast = false }: Verdict): boolean {
  const judged = floor === null ? value : value / floor
  return atLeast ? judged >= budget : judged <= budget
}

/** Returns the median. @throws RangeError for an empty list */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  if (low === undefined || high === undefined) throw new RangeError('nothing was measured')
  return (low + high) / 2
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
