import type { View } from '@/lib/address/view'
import { bridgeOver } from '@/lib/analysis/bridge'
import type { SeriesHistory } from '@/lib/analysis/history'
import type { Span } from '@/lib/analysis/trading-windows'
import { translatorFor } from '@/lib/messages/translate'
import { bridgeText } from '@/lib/report/text/bridge-text'

interface BridgeLineProps {
  history: SeriesHistory
  /** A period that has a window figure. */
  span: Span
  view: View
}

/**
 * Shows window figure and line figure of the same dates with their legs in one line; nothing under the geometric
 * convention, where both are the same number.
 */
export function BridgeLine({ history, span, view }: BridgeLineProps) {
  const bridge = view.convention === 'arithmetic' ? bridgeOver(history, span) : null
  if (bridge === null) return null
  return (
    <p data-bridge={history.code} className="mt-1.5 text-pretty text-ink-2 text-note">
      {bridgeText(history.kind, bridge, translatorFor(view.locale))}
    </p>
  )
}
