import { formatPercent } from '@/lib/base/format'
import type { Scale } from './frame'

/** A flat line shall look flat: the axis never spans less than this, one percent. */
const LEAST_SPAN = 0.01

/** The margin between the line and the ends of the axis, as a share of the axis. */
const MARGIN = 0.07

interface Wish {
  /** Decimal fraction. */
  leastSpan?: number
  mostTicks?: number
}

/**
 * A linear axis for decimal fractions, labelled in percent: "−10", "0", "+20".
 * @param low smallest fraction to show; `high` the largest. Both finite.
 * @param heightPx length of the axis.
 */
export function percentScale(low: number, high: number, heightPx: number, wish: Wish = {}): Scale {
  const { leastSpan = LEAST_SPAN, mostTicks = 5 } = wish
  const missing = Math.max(0, leastSpan - (high - low)) / 2
  const margin = MARGIN * (high - low + 2 * missing)
  const ends = { low: low - missing - margin, high: high + missing + margin }
  const percents = roundSteps((ends.high - ends.low) * 100).map((step) => ({ step, marks: marks(ends, step) }))
  const most = Math.min(mostTicks, Math.floor(heightPx / 24))
  const { step, marks: chosen } = percents.find(({ marks }) => marks.length <= most) ?? { step: 1, marks: [] }
  const decimals = Math.max(0, -Math.floor(Math.log10(step)))
  return {
    ...ends,
    ticks: chosen.map((percent) => ({ at: percent / 100, label: formatPercent(percent / 100, decimals) })),
  }
}

/** 1, 2 and 5 times powers of ten, from fine to coarse, around a fifth of the span. */
function roundSteps(span: number): number[] {
  const power = Math.floor(Math.log10(span / 5))
  return [power, power + 1].flatMap((exponent) => [1, 2, 5].map((digit) => Number(`${digit}e${exponent}`)))
}

/** The multiples of `step` on the axis, in percent. */
function marks({ low, high }: { low: number; high: number }, step: number): number[] {
  const first = Math.ceil((low * 100) / step)
  const last = Math.floor((high * 100) / step)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step)
}
