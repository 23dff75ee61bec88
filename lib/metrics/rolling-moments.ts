import { DAYS_PER_YEAR } from './annualised-return'

/** Two lines along the same days. */
export interface RollingMoments {
  /** Standard deviation (n − 1) × √252, decimal fractions. */
  volatility: (number | null)[]
  /** Annualised mean / annualised volatility, dimensionless. */
  returnToRisk: (number | null)[]
}

/**
 * Volatility and return to risk of every window of a given length: `annualisedVolatility` and `returnToRisk` at each day,
 * in one pass.
 * @param returns daily simple returns, decimal fractions, oldest first, length n; null on a day without data
 * @param days length of each window in trading days, at least 2
 * @returns n values each, the window that ends on that day; null before the first whole window, while a window has a day
 *   missing, and for the ratio where nothing moves
 * @throws RangeError when `days` is not an integer of at least 2
 * @example rollingMoments([0.01, -0.01, 0.01], 2).returnToRisk // [null, 0, 0]
 */
export function rollingMoments(returns: readonly (number | null)[], days: number): RollingMoments {
  if (!Number.isInteger(days) || days < 2) throw new RangeError(`a window of ${days} days has no volatility`)
  const known = returns.filter((value) => value !== null)
  const centre = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
  const rolling: RollingMoments = { volatility: [], returnToRisk: [] }
  const sums = centredSums(returns, centre)
  let [lastGap, sameSince] = [-1, 0]
  for (let day = 0; day < returns.length; day++) {
    if (returns[day] === null) lastGap = day
    if (returns[day] !== returns[day - 1]) sameSince = day
    const start = day + 1 - days
    const isWhole = start >= 0 && lastGap < start
    const { mean, deviation } = momentsBetween(sums, start, days)
    const scatter = sameSince <= start ? 0 : deviation
    rolling.volatility.push(isWhole ? scatter * Math.sqrt(DAYS_PER_YEAR) : null)
    rolling.returnToRisk.push(isWhole && scatter > 0 ? ((mean + centre) / scatter) * Math.sqrt(DAYS_PER_YEAR) : null)
  }
  return rolling
}

interface Sums {
  values: Float64Array
  squares: Float64Array
}

/** Running sums of the distance from the centre, and of its square: little is lost when they are subtracted. */
function centredSums(returns: readonly (number | null)[], centre: number): Sums {
  const [values, squares] = [new Float64Array(returns.length + 1), new Float64Array(returns.length + 1)]
  for (const [day, value] of returns.entries()) {
    const distance = value === null ? 0 : value - centre
    values[day + 1] = (values[day] as number) + distance
    squares[day + 1] = (squares[day] as number) + distance ** 2
  }
  return { values, squares }
}

function momentsBetween({ values, squares }: Sums, start: number, days: number): { mean: number; deviation: number } {
  if (start < 0) return { mean: 0, deviation: 0 }
  const mean = ((values[start + days] as number) - (values[start] as number)) / days
  const square = (squares[start + days] as number) - (squares[start] as number)
  return { mean, deviation: Math.sqrt(Math.max(0, square - days * mean ** 2) / (days - 1)) }
}
