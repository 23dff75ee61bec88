import { DASH } from '@/lib/base/format'
import type { WinRate } from '@/lib/metrics/returns/win-rate'

/** Shows "6/8": the wins in ink, the periods lighter; a dash when no period has a value. */
export function WinRateText({ winRate: { wins, periods } }: { winRate: WinRate }) {
  if (periods === 0) return <span className="text-ink-3">{DASH}</span>
  return (
    <span className="text-ink">
      {wins}
      <span className="text-ink-3">/{periods}</span>
    </span>
  )
}
