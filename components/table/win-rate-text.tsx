import type { WinRate } from '@/lib/metrics/win-rate'

/** "6/8": the wins in ink, the periods weaker. */
export function WinRateText({ winRate: { wins, periods } }: { winRate: WinRate }) {
  return (
    <span className="text-ink">
      {wins}
      <span className="text-ink-3">/{periods}</span>
    </span>
  )
}
