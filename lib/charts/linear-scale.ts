import type { Scale } from './frame'
import { roundTicks } from './round-ticks'

/** Minimum span of the axis. */
const MIN_SPAN = 0.02

/** The margin between the line and the ends of the axis, as a share of the axis. */
const MARGIN = 0.07

/** Returns a linear axis for ratios and counts, with plain labels: "0.9", "1", "1.1". */
export function linearScale(low: number, high: number, heightPx: number): Scale {
  const margin = MARGIN * Math.max(MIN_SPAN, high - low)
  const ends = { low: low - margin, high: high + margin }
  const most = Math.max(2, Math.min(6, Math.floor(heightPx / 40)))
  const values = roundTicks(ends.low, ends.high, most)
  return { ...ends, ticks: values.map((at) => ({ at, label: String(at).replace('-', '−') })) }
}
