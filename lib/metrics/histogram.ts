/** How many values lie in each of neighbouring bins of one width. */
export interface Histogram {
  /** A round number, in the values' unit. */
  width: number
  /** Multiple of the width at which the first bin begins; bin i holds from + i × width ≤ value < from + (i + 1) × width. */
  from: number
  counts: number[]
}

/**
 * How are values spread?
 * @param values any unit, any order; null where there is none, which is left out
 * @returns bins of the width of Freedman and Diaconis, 2 × interquartile range / ∛n (quartiles of type 7), rounded to 1,
 *   2 or 5 times a power of ten and widened until there are at most `atMost`. Zero is an edge, so no bin holds gains and
 *   losses. null for fewer than two values or when they are all the same
 * @see D. Freedman, P. Diaconis, On the Histogram as a Density Estimator, Z. Wahrscheinlichkeitstheorie 57 (1981)
 * @example histogram([-1, 1, 1, 2]) // { width: 1, from: -1, counts: [1, 0, 2, 1] }
 */
export function histogram(values: readonly (number | null)[], atMost = 60): Histogram | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b)
  const [low, high] = [known[0], known.at(-1)]
  if (low === undefined || high === undefined || low === high) return null
  const range = quantile(known, 0.75) - quantile(known, 0.25)
  const width = roundWidth(Math.max((2 * range) / Math.cbrt(known.length), (high - low) / atMost))
  const first = binOf(low, width)
  const counts = Array.from({ length: binOf(high, width) - first + 1 }, () => 0)
  for (const value of known) {
    const bin = binOf(value, width) - first
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return { width, from: exact(first * width), counts }
}

function binOf(value: number, width: number): number {
  return Math.floor(exact(value / width))
}

/** Without the noise of floating point: 0.029 / 0.001 is 29, not 28.999999999999996. */
function exact(value: number): number {
  return Number(value.toPrecision(12))
}

/** Type 7: linear between the neighbours in order, as R and NumPy do unasked. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const [below = 0, above = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below + (above - below) * (place - Math.floor(place))
}

/** The next 1, 2 or 5 times a power of ten. */
function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width))
  const step = [1, 2, 5, 10].find((candidate) => candidate * power >= width * (1 - 1e-12)) ?? 10
  return Number((step * power).toPrecision(1))
}
