import { periodReturn } from './period-return'
import { spread } from './spread'

/**
 * Returns how much each component contributed to the excess of a window: daily contributions linked after Cariño, so that
 * they add up to the excess without a rest. A day's contributions are weighted by k(day) / k(window), where
 * k = (ln(1 + p) − ln(1 + b)) / (p − b), and k = 1 / (1 + b) for p = b. What a day's contributions leave of its excess by
 * rounding is given to them by their sizes first.
 * @param contributions one list for each component: daily contributions, decimal fractions, oldest first, n values each; null
 *   on a day without contributions
 * @param portfolio, benchmark daily simple returns, decimal fractions above −1, oldest first, length n; null on a day without
 *   data
 * @param convention `arithmetic`: they add up to p − b of the window; `geometric`: to (1 + p) / (1 + b) − 1, each being
 *   the arithmetic one divided by 1 + b of the window
 * @returns one decimal fraction for each component; null for an empty window, for a window with a gap, and when the
 *   contributions of a day differ from its excess p − b by more than CONTRIBUTION_TOLERANCE
 * @throws RangeError when there is no component, or the lengths differ
 * @see D. R. Cariño, Combining Attribution Effects Over Time, The Journal of Performance Measurement, Summer 1999, 5–14
 * @see C. R. Bacon, Practical Portfolio Performance Measurement and Attribution, 2nd ed. (2008): geometric attribution
 * @example linkContributions([[0.25], [0.25]], [0.5], [0], 'arithmetic') // [0.25, 0.25]
 */
export function linkContributions(
  contributions: readonly (readonly (number | null)[])[],
  portfolio: readonly (number | null)[],
  benchmark: readonly (number | null)[],
  convention: 'arithmetic' | 'geometric',
): number[] | null {
  if (contributions.length === 0) throw new RangeError('there is no component to link')
  for (const { length } of [portfolio, ...contributions]) {
    if (length !== benchmark.length) throw new RangeError(`cannot link ${length} days with ${benchmark.length}`)
  }
  const [whole, base] = [periodReturn(portfolio), periodReturn(benchmark)]
  if (whole === null || base === null) return null
  const linked = contributions.map(() => 0)
  for (let day = 0; day < benchmark.length; day++) {
    const parts = completed(
      contributions.map((daily) => daily[day] ?? null),
      spread(portfolio[day] ?? null, benchmark[day] ?? null, 'arithmetic'),
    )
    if (parts === null) return null
    const weight = coefficient(portfolio[day] as number, benchmark[day] as number)
    for (const [index, part] of parts.entries()) linked[index] = (linked[index] as number) + part * weight
  }
  const divisor = coefficient(whole, base) * (convention === 'geometric' ? 1 + base : 1)
  return linked.map((sum) => sum / divisor)
}

/** The largest difference between the contributions of a day and its excess, a decimal fraction: a hundredth of a basis point. */
export const CONTRIBUTION_TOLERANCE = 0.000001

/** Room for the binary rounding of a sum of decimals. */
const ROUNDING = 1e-12

/** Returns the contributions of a day, with the rest of rounding spread over them by size; null when they are incomplete. */
function completed(parts: readonly (number | null)[], excess: number | null): number[] | null {
  const known = parts.filter((part) => part !== null)
  if (excess === null || known.length < parts.length) return null
  const rest = excess - known.reduce((sum, part) => sum + part, 0)
  if (Math.abs(rest) > CONTRIBUTION_TOLERANCE + ROUNDING) return null
  const size = known.reduce((sum, part) => sum + Math.abs(part), 0)
  return known.map((part) => part + rest * (size === 0 ? 1 / known.length : Math.abs(part) / size))
}

/** Returns Cariño's coefficient of a return and that of its benchmark. It is positive. */
function coefficient(portfolio: number, benchmark: number): number {
  const excess = portfolio - benchmark
  return excess === 0 ? 1 / (1 + benchmark) : Math.log1p(excess / (1 + benchmark)) / excess
}
