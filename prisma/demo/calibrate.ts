/**
 * Fits simulated daily returns to the return of a period, with sums and products only. Returns are decimal fractions.
 */
import { at } from './at'
import { compound, compoundOver, type Span } from './span'

/**
 * Adds the same small amount to each return, so that together they compound to `target`. Newton's method on that amount.
 * @throws RangeError for no returns, or when no amount is found
 */
export function shiftToReturn(returns: readonly number[], target: number): number[] {
  let amount = 0
  for (let step = 0; step < 50; step++) {
    const shifted = returns.map((daily) => daily + amount)
    const growth = 1 + compound(shifted)
    const slope = growth * shifted.reduce((sum, daily) => sum + 1 / (1 + daily), 0)
    const change = (1 + target - growth) / slope
    amount += change
    if (Math.abs(change) < 1e-14) return returns.map((daily) => daily + amount)
  }
  throw new RangeError(`Cannot shift ${returns.length} returns to ${target}`)
}

/** Does `shiftToReturn` for several spans of a longer series, each with its own target; the rest stays. */
export function shiftSpans(returns: readonly number[], spans: readonly Span[], targets: readonly number[]): number[] {
  return spans.reduce<number[]>((shifted, span, index) => shiftSpan(shifted, span, at(targets, index)), [...returns])
}

/** Shifts one span so that the series' NAV grows over it to `navRatio` times the benchmark's. */
export function fitNav(
  returns: readonly number[],
  benchmark: readonly number[],
  span: Span,
  navRatio: number,
): number[] {
  return shiftSpan(returns, span, navRatio * (1 + compoundOver(benchmark, span)) - 1)
}

/**
 * Keeps the sizes of `raw`, gives a positive sign to the `wins` largest and a negative sign to the rest. Small sizes
 * are raised smoothly above `floor`, so that rounding changes no win and no two become equal.
 */
export function signByRank(raw: readonly number[], wins: number, floor: number): number[] {
  const ranking = [...raw.keys()].sort((a, b) => at(raw, b) - at(raw, a))
  const winners = new Set(ranking.slice(0, wins))
  return raw.map((value, index) => (winners.has(index) ? 1 : -1) * Math.sqrt(value * value + floor * floor))
}

/**
 * Multiplies the gains and divides the losses of `signed` by one factor, chosen so that `returnOf` them is `target`.
 * @param returnOf a monotonic function of the values
 * @throws RangeError when no factor between 1/20 and 20 does it
 */
export function scaleToReturn(
  signed: readonly number[],
  returnOf: (values: readonly number[]) => number,
  target: number,
): number[] {
  const scaled = (factor: number) => signed.map((value) => (value > 0 ? value * factor : value / factor))
  const missBy = (factor: number) => returnOf(scaled(factor)) - target
  let low = 1 / 20
  let high = 20
  if (missBy(low) * missBy(high) > 0) throw new RangeError(`No scaling of ${signed.join(', ')} gives ${target}`)
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2
    if (missBy(low) * missBy(middle) > 0) low = middle
    else high = middle
  }
  return scaled((low + high) / 2)
}

/** Rounds a return as in the file: eight decimals, and no negative zero. */
export function roundReturn(value: number): number {
  return Math.round(value * 1e8) / 1e8 + 0
}

function shiftSpan(returns: readonly number[], span: Span, target: number): number[] {
  const shifted = shiftToReturn(returns.slice(span.start, span.end), target)
  return [...returns.slice(0, span.start), ...shifted, ...returns.slice(span.end)]
}
