/** Two-sided 95 %: the 0.975 quantile of the normal distribution. */
export const NORMAL_95 = 1.959963984540054

export interface Interval {
  low: number
  high: number
}

/**
 * Between which shares does the true one lie, after k of n?
 * @param k successes, 0 ≤ k ≤ n
 * @param n trials
 * @param z quantile of the normal distribution; NORMAL_95 when not given
 * @returns Wilson's score interval without continuity correction, two shares from 0 to 1 that hold k / n; null for no
 *   trials
 * @throws RangeError when k is not between 0 and n
 * @see E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927)
 * @example wilsonInterval(5, 10) // { low: 0.2366, high: 0.7634 }
 */
export function wilsonInterval(k: number, n: number, z = NORMAL_95): Interval | null {
  if (k < 0 || k > n) throw new RangeError(`${k} of ${n} is no share`)
  if (n === 0) return null
  const share = k / n
  const centre = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  return { low: Math.min(share, Math.max(0, centre - half)), high: Math.max(share, Math.min(1, centre + half)) }
}
