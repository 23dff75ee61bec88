/**
 * Returns the up or down capture of a portfolio: its average return in the months in which its index rose, or fell, as a
 * share of the index's average return in the same months. Averages are geometric.
 * @param returns, index simple returns of the same months, decimal fractions above −1, oldest first, the same length;
 *   null in a month without data. A month counts when both are known
 * @param market `up` counts months in which the index is not below zero, `down` those in which it is below
 * @returns share, 1 for the return of the index; null without such a month, and when the index did not move in them
 * @throws RangeError when the lengths differ
 * @see Morningstar, Upside and Downside Capture Ratios, methodology paper (2011)
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed. (2008), ch. 4
 * @example captureRatio([0.02, -0.03], [0.01, -0.02], 'down') // 1.5
 */
export function captureRatio(
  returns: readonly (number | null)[],
  index: readonly (number | null)[],
  market: 'up' | 'down',
): number | null {
  if (returns.length !== index.length)
    throw new RangeError(`cannot compare series of ${returns.length} and ${index.length} months`)
  let [own, reference, count] = [0, 0, 0]
  returns.forEach((value, month) => {
    const beside = index[month] ?? null
    if (value === null || beside === null || beside < 0 !== (market === 'down')) return
    own += Math.log1p(value)
    reference += Math.log1p(beside)
    count++
  })
  return count === 0 || reference === 0 ? null : Math.expm1(own / count) / Math.expm1(reference / count)
}
