import { isUnusual, percentileBand } from '@/lib/report/text/unusual'

const WIDTH_PX = 64
const HEIGHT_PX = 12
const MARGIN_PX = 4

/** Shows the position of the week among all past weeks: thin line = all, darker = the middle half, dot = this week. */
export function RankMark({ percentile, label }: { percentile: number | null; label: string }) {
  if (percentileBand(percentile) === 'unknown' || percentile === null) return null
  const at = (share: number) => MARGIN_PX + share * (WIDTH_PX - 2 * MARGIN_PX)
  const middle = HEIGHT_PX / 2
  const unusual = isUnusual(percentile)
  return (
    <svg width={WIDTH_PX} height={HEIGHT_PX} role="img" aria-label={label} aria-hidden={label === ''} className="mark">
      <path d={`M${at(0)} ${middle}H${at(1)}`} className="stroke-line" />
      <path d={`M${at(0.25)} ${middle}H${at(0.75)}`} className="stroke-ink-3" />
      <circle
        cx={at(percentile).toFixed(1)}
        cy={middle}
        r={unusual ? 4 : 2.5}
        className={unusual ? 'fill-accent' : 'fill-ink-2'}
      />
    </svg>
  )
}
