/**
 * Returns the distribution of values over adjacent bins of equal width.
 * @param values any unit, any order; null where there is none, which is left out
 * @param maxBins the width grows until the range of the values needs at most this many bins. Since zero is an edge, one
 *   or two more can occur
 * @returns width and start in the unit of the values, and the count of each bin; null for fewer than two values and when
 *   all are equal. Convention: the width of Freedman and Diaconis, 2 × interquartile range / ∛n with quartiles of type 7,
 *   rounded up to 1, 2 or 5 times a power of ten. Zero is an edge, so no bin contains gains and losses
 * @see D. Freedman, P. Diaconis, On the Histogram as a Density Estimator: L2 Theory, Zeitschrift für
 *   Wahrscheinlichkeitstheorie und verwandte Gebiete 57 (1981)
 * @see R. J. Hyndman, Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996)
 * @see P. S. Heckbert, Nice Numbers for Graph Labels, in: Graphics Gems (1990)
 * @example histogram([-1, 1, 1, 2]) // { width: 1, from: -1, counts: [1, 0, 2, 1] }
 */
export function histogram(values: readonly (number | null)[], maxBins = 60): Histogram | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b)
  const [low, high] = [known[0], known.at(-1)]
  if (low === undefined || high === undefined || low === high) return null
  const width = niceWidth(Math.max(freedmanDiaconisWidth(known), (high - low) / maxBins))
  const first = binOf(low, width)
  const counts = Array.from({ length: binOf(high, width) - first + 1 }, () => 0)
  for (const value of known) {
    const bin = binOf(value, width) - first
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return { width, from: withoutFloatNoise(first * width), counts }
}

export interface Histogram {
  /** A round number, in the unit of the values. */
  width: number
  /** Start of the first bin; bin i contains from + i × width ≤ value < from + (i + 1) × width. */
  from: number
  counts: number[]
}

function freedmanDiaconisWidth(sorted: readonly number[]): number {
  return (2 * (quantile(sorted, 0.75) - quantile(sorted, 0.25))) / Math.cbrt(sorted.length)
}

/** Returns the quantile of type 7: linear between neighbours, the default of R and NumPy. */
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share
  const [below = 0, above = 0] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]]
  return below + (above - below) * (position - Math.floor(position))
}

/** Returns the next 1, 2 or 5 times a power of ten. */
function niceWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width))
  const step = [1, 2, 5, 10].find((candidate) => candidate * power >= width * (1 - 1e-12)) ?? 10
  return Number((step * power).toPrecision(1))
}

function binOf(value: number, width: number): number {
  return Math.floor(withoutFloatNoise(value / width))
}

/** Rounds to 12 digits: 0.029 / 0.001 is 29, not 28.999999999999996. */
function withoutFloatNoise(value: number): number {
  return Number(value.toPrecision(12))
}
