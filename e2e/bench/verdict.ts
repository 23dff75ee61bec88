/** One measured figure beside its budget. */
export interface Verdict {
  name: string
  /** In `unit`: the median of the run's turns. */
  value: number
  unit: 'ms' | 's' | 'kB' | 'MB' | 'fps' | ''
  /** What the same turn of the same run took at the least, or null where the budget is absolute. */
  floor: number | null
  /** A ratio to the floor, or a value in `unit` where there is none. */
  budget: number
  /** A frame rate is kept from above; everything else from below. */
  atLeast?: boolean
}

/** "LCP, 4x slower: 820 ms, floor 640 ms, ratio 1.28, budget 1.3: kept" */
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

/** @throws RangeError when there is nothing to take the middle of */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  if (low === undefined || high === undefined) throw new RangeError('nothing was measured')
  return (low + high) / 2
}

function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
