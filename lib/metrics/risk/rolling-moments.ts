import { DAYS_PER_YEAR } from '@/lib/metrics/returns/annualised-return'

/**
 * Returns annualised volatility and return to risk over every window of a given length, in one pass.
 * @param returns daily simple returns, decimal fractions, oldest first, length n; null on a day without data
 * @param days length of each window in trading days, an integer of at least 2
 * @param daysPerYear trading days in a year
 * @returns two lines of n values, each of the window that ends on that day; null before the first whole window and for a
 *   window with a gap. A window of equal returns has volatility 0 and no ratio. Convention: standard deviation with n − 1,
 *   × √daysPerYear, from running sums of distances to the overall mean (shifted data), which keep their precision
 * @throws RangeError when `days` is not an integer of at least 2
 * @see T. F. Chan, G. H. Golub, R. J. LeVeque, Algorithms for Computing the Sample Variance, The American Statistician
 *   37 (1983): shifted data
 * @see W. F. Sharpe, The Sharpe Ratio, Journal of Portfolio Management 21 (1994)
 * @example rollingMoments([0.01, -0.01, 0.01], 2).returnToRisk // [null, 0, 0]
 */
export function rollingMoments(
  returns: readonly (number | null)[],
  days: number,
  daysPerYear = DAYS_PER_YEAR,
): RollingMoments {
  if (!Number.isInteger(days) || days < 2)
    throw new RangeError(`cannot compute the volatility of windows of ${days} days`)
  const known = returns.filter((value) => value !== null)
  const centre = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
  const rolling: RollingMoments = { volatility: [], returnToRisk: [] }
  const sums = centredSums(returns, centre)
  let [lastGap, constantSince] = [-1, 0]
  for (let day = 0; day < returns.length; day++) {
    if (returns[day] === null) lastGap = day
    if (returns[day] !== returns[day - 1]) constantSince = day
    const start = day + 1 - days
    const isWhole = start >= 0 && lastGap < start
    const { mean, deviation } = momentsBetween(sums, start, days)
    const dailyVolatility = constantSince <= start ? 0 : deviation
    rolling.volatility.push(isWhole ? dailyVolatility * Math.sqrt(daysPerYear) : null)
    rolling.returnToRisk.push(
      isWhole && dailyVolatility > 0 ? ((mean + centre) / dailyVolatility) * Math.sqrt(daysPerYear) : null,
    )
  }
  return rolling
}

/** Two lines over the same days. */
export interface RollingMoments {
  /** Annualised standard deviation, decimal fractions. */
  volatility: (number | null)[]
  /** Annualised mean / annualised standard deviation, dimensionless. */
  returnToRisk: (number | null)[]
}

interface Sums {
  values: Float64Array
  squares: Float64Array
}

/** Returns running sums of the distances from the centre and of their squares. */
function centredSums(returns: readonly (number | null)[], centre: number): Sums {
  const [values, squares] = [new Float64Array(returns.length + 1), new Float64Array(returns.length + 1)]
  for (const [day, value] of returns.entries()) {
    const distance = value === null ? 0 : value - centre
    values[day + 1] = (values[day] as number) + distance
    squares[day + 1] = (squares[day] as number) + distance ** 2
  }
  return { values, squares }
}

/** Returns mean and deviation of one window, the mean as a distance from the centre. */
function momentsBetween({ values, squares }: Sums, start: number, days: number): { mean: number; deviation: number } {
  if (start < 0) return { mean: 0, deviation: 0 }
  const mean = ((values[start + days] as number) - (values[start] as number)) / days
  const square = (squares[start + days] as number) - (squares[start] as number)
  return { mean, deviation: Math.sqrt(Math.max(0, square - days * mean ** 2) / (days - 1)) }
}
