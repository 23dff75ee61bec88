const WIDTH_PX = 96
const HEIGHT_PX = 12
const MARGIN_PX = 4

/** Shows a change of rank on a line of all ranks, the first at the left: hollow dot before, full dot now. */
export function RankMoveMark({ from, to, of }: { from: number; to: number; of: number }) {
  const at = (rank: number) =>
    Math.round(10 * (MARGIN_PX + ((rank - 1) / Math.max(1, of - 1)) * (WIDTH_PX - 2 * MARGIN_PX))) / 10
  const middle = HEIGHT_PX / 2
  return (
    <svg width={WIDTH_PX} height={HEIGHT_PX} aria-hidden="true" className="mark">
      <path d={`M${at(1)} ${middle}H${at(of)}`} className="stroke-line" />
      <path d={`M${at(from)} ${middle}H${at(to)}`} className="stroke-ink-3" />
      <circle cx={at(from)} cy={middle} r={2.5} className="fill-bg stroke-ink-3" />
      <circle cx={at(to)} cy={middle} r={3} className="fill-ink-2" />
    </svg>
  )
}
