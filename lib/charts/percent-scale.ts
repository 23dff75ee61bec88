import { formatPercent } from '@/lib/base/format'
import type { Scale } from './frame'
import { decimalsOf, roundTicks } from './round-ticks'

/** Minimum span of the axis, one percent, so that a flat line looks flat. */
const MIN_SPAN = 0.01

/** The margin between the line and the ends of the axis, as a share of the axis. */
const MARGIN = 0.07

interface ScaleOptions {
  /** Decimal fraction. */
  minSpan?: number
  maxTicks?: number
}

/**
 * Returns a linear axis for decimal fractions, labelled in percent: "−10", "0", "+20".
 * @param low smallest fraction to show; `high` the largest. Both finite.
 * @param heightPx length of the axis.
 */
export function percentScale(low: number, high: number, heightPx: number, options: ScaleOptions = {}): Scale {
  const { minSpan = MIN_SPAN, maxTicks = 5 } = options
  const missing = Math.max(0, minSpan - (high - low)) / 2
  const margin = MARGIN * (high - low + 2 * missing)
  const ends = { low: low - missing - margin, high: high + missing + margin }
  const most = Math.min(maxTicks, Math.floor(heightPx / 24))
  const percents = roundTicks(ends.low * 100, ends.high * 100, most)
  const decimals = Math.max(0, ...percents.map(decimalsOf))
  return {
    ...ends,
    ticks: percents.map((percent) => ({ at: percent / 100, label: labelOf(percent, decimals) })),
  }
}

/** From this percentage on a label is a power of ten, since its digits would not fit beside the plot. */
const PLAIN_MAX = 1e6

/** Returns "+20", or "+2e9" for very large values. */
function labelOf(percent: number, decimals: number): string {
  if (Math.abs(percent) < PLAIN_MAX) return formatPercent(percent / 100, decimals)
  return `${percent > 0 ? '+' : '−'}${Math.abs(percent).toExponential().replace('e+', 'e')}`
}
