import type { Scale } from './frame'
import { roundTicks } from './round-ticks'

/** The axis never spans less than this. */
const LEAST_SPAN = 0.02

/** The margin between the line and the ends of the axis, as a share of the axis. */
const MARGIN = 0.07

/** A linear axis for ratios and counts, labelled as they are: "0.9", "1", "1.1". */
export function linearScale(low: number, high: number, heightPx: number): Scale {
  const margin = MARGIN * Math.max(LEAST_SPAN, high - low)
  const ends = { low: low - margin, high: high + margin }
  const most = Math.max(2, Math.min(6, Math.floor(heightPx / 40)))
  const values = roundTicks(ends.low, ends.high, most)
  return { ...ends, ticks: values.map((at) => ({ at, label: String(at).replace('-', '−') })) }
}
