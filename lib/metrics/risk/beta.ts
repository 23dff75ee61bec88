/**
 * Returns the beta of a portfolio to its index: the slope of its returns on those of the index.
 * @param returns, index simple returns of the same days, decimal fractions, oldest first, the same length; null on a day
 *   without data. A day counts when both are known
 * @returns covariance divided by the variance of the index, both with n − 1, dimensionless; null for fewer than two such
 *   days and when the index does not move
 * @throws RangeError when the lengths differ
 * @see W. F. Sharpe, Capital Asset Prices: A Theory of Market Equilibrium under Conditions of Risk, J. Finance 19 (1964)
 * @see R, cov(returns, index) / var(index); PerformanceAnalytics, CAPM.beta without a risk-free rate
 * @example beta([0.02, -0.02], [0.01, -0.01]) // 2
 */
export function beta(returns: readonly (number | null)[], index: readonly (number | null)[]): number | null {
  if (returns.length !== index.length)
    throw new RangeError(`cannot compare series of ${returns.length} and ${index.length} days`)
  const pairs = returns.flatMap((own, day): [number, number][] => {
    const market = index[day] ?? null
    return own === null || market === null ? [] : [[own, market]]
  })
  const [first] = pairs
  // Compares the values themselves: the computed mean of ten times 0.1 is not exactly 0.1.
  if (first === undefined || pairs.every(([, market]) => market === first[1])) return null
  const meanOwn = pairs.reduce((sum, [own]) => sum + own, 0) / pairs.length
  const meanMarket = pairs.reduce((sum, [, market]) => sum + market, 0) / pairs.length
  let [products, squares] = [0, 0]
  for (const [own, market] of pairs) {
    products += (own - meanOwn) * (market - meanMarket)
    squares += (market - meanMarket) ** 2
  }
  // Both have n − 1, which cancels out.
  return squares === 0 ? null : products / squares
}
