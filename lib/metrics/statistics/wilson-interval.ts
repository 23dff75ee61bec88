/**
 * Returns the interval of the true share, after k successes in n trials.
 * @param k successes, 0 ≤ k ≤ n
 * @param n trials
 * @param z quantile of the normal distribution; NORMAL_95 when not given
 * @returns two shares from 0 to 1 with k / n between them; null for no trials. Convention: Wilson's score interval, two
 *   sides, without continuity correction
 * @throws RangeError when k is not between 0 and n
 * @see E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927), p. 209
 * @see R, prop.test(k, n, correct = FALSE)$conf.int
 * @example wilsonInterval(0, 4, 2) // { low: 0, high: 0.5 }
 */
export function wilsonInterval(k: number, n: number, z = NORMAL_95): Interval | null {
  if (k < 0 || k > n) throw new RangeError(`cannot have ${k} successes in ${n} trials`)
  if (n === 0) return null
  const share = k / n
  const centre = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  return { low: Math.min(share, Math.max(0, centre - half)), high: Math.max(share, Math.min(1, centre + half)) }
}

/** The 0.975 quantile of the normal distribution, for an interval of 95 % with two sides. */
export const NORMAL_95 = 1.959963984540054

export interface Interval {
  low: number
  high: number
}
