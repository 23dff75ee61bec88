import { formatCount } from '@/lib/base/format'
import type { Scale, Tick } from './frame'

/** Minimum factor between the ends of the axis, so that a flat line looks flat. */
const MIN_FACTOR = 1.02

/** The margin between the line and the ends of the axis, as a share of the axis. */
const MARGIN = 0.07

/** The axis ends at a power of two if it is this near to the line's end, as a share of the span. */
const NEAR = 0.2

/**
 * Returns a log axis for ratios, as a linear axis of their binary logarithms: 1 is at 0, 2 at 1, 4 at 2.
 * @param low smallest ratio to show, above 0; `high` the largest.
 * @param heightPx length of the axis.
 * @returns ends and ticks in log2; the labels are ratios: "1", "1.5", "2", or "1", "2", "4".
 * @throws RangeError when a bound is not a positive finite number.
 */
export function ratioScale(low: number, high: number, heightPx: number): Scale {
  const ends = withMargin(logarithm(low), logarithm(high))
  const pxPerUnit = heightPx / (ends.high - ends.low)
  const fitting = LADDERS.map((ladder) => ladder(ends)).filter(
    (ratios) => ratios.length <= 5 && smallestGap(ratios) * pxPerUnit >= 24,
  )
  const ratios = fitting.find(({ length }) => length >= 3) ?? fitting.reduce(longer, [])
  return { ...ends, ticks: ratios.map(toTick) }
}

/** Returns the position of a ratio on the axis. */
export function logarithm(ratio: number): number {
  if (!(ratio > 0 && Number.isFinite(ratio))) throw new RangeError(`ratio must be positive and finite, got ${ratio}`)
  return Math.log2(ratio)
}

interface Ends {
  low: number
  high: number
}

function withMargin(low: number, high: number): Ends {
  const missing = Math.max(0, Math.log2(MIN_FACTOR) - (high - low)) / 2
  const span = high - low + 2 * missing
  const top = Math.ceil(high) - high
  const bottom = low - Math.floor(low)
  return {
    low: low - missing - (bottom > 0 && bottom <= NEAR * span ? bottom : MARGIN * span),
    high: high + missing + (top > 0 && top <= NEAR * span ? top : MARGIN * span),
  }
}

type Ladder = (ends: Ends) => number[]

/** From coarse to fine; each returns the ratios that it would mark. */
const LADDERS: Ladder[] = [
  ...[100, 50, 20, 10, 5, 2, 1].map((step) => powers(10, step)),
  powers(4, 1),
  powers(2, 1),
  halves,
  ...[0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005].map(multiples),
]

/** Returns base^(step · n): 1, 10, 100 … or 1, 2, 4 … */
function powers(base: number, step: number): Ladder {
  const unit = step * Math.log2(base)
  return ({ low, high }) => wholes(low / unit, high / unit).map((n) => base ** (step * n))
}

/** Returns 1, 1.5, 2, 3, 4, 6, 8 … */
function halves({ low, high }: Ends): number[] {
  return wholes(low - 1, high)
    .flatMap((n) => [2 ** n, 1.5 * 2 ** n])
    .filter((ratio) => isWithin(Math.log2(ratio), low, high))
}

/** Returns 0.9, 1, 1.1, 1.2 … */
function multiples(step: number): Ladder {
  const perUnit = Math.round(1 / step)
  return ({ low, high }) => {
    const [first, last] = [2 ** low * perUnit, 2 ** high * perUnit]
    return last - first > 12
      ? []
      : wholes(first, last)
          .filter((n) => n > 0)
          .map((n) => n / perUnit)
  }
}

/** Returns the whole numbers from `low` to `high`; none if there would be too many to mark. */
function wholes(low: number, high: number): number[] {
  const first = Math.ceil(low - 1e-9)
  const last = Math.floor(high + 1e-9)
  return last - first > 20 ? [] : Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

function isWithin(at: number, low: number, high: number): boolean {
  return at >= low - 1e-9 && at <= high + 1e-9
}

function smallestGap(ratios: readonly number[]): number {
  return Math.min(...ratios.slice(1).map((ratio, index) => Math.log2(ratio / (ratios[index] ?? ratio))))
}

function longer(best: number[], ratios: number[]): number[] {
  return ratios.length > best.length ? ratios : best
}

function toTick(ratio: number): Tick {
  return { at: Math.log2(ratio), label: labelOf(ratio) }
}

/** Returns "0.001", "1.5", "10,000", "1,000,000"; beyond, powers of ten: "1e−4", "1e8". */
function labelOf(ratio: number): string {
  if (ratio < 1e-3 || ratio >= 1e8) return ratio.toExponential(0).replace('+', '').replace('-', '−')
  return ratio >= 1e3 ? formatCount(Math.round(ratio)) : String(Number(ratio.toPrecision(6)))
}
