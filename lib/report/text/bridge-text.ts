import type { Bridge } from '@/lib/analysis/bridge'
import type { SeriesKind } from '@/lib/analysis/history'
import { formatPercentInText } from '@/lib/base/format'
import type { Translator } from '@/lib/messages/translate'

/** Returns both figures of a period with their legs, as one sentence. */
export function bridgeText(kind: SeriesKind, { from, to, ...figures }: Bridge, t: Translator): string {
  const { leg, against, difference, ratio } = figures
  return t('bridge.text', {
    kind,
    from,
    to,
    leg: formatPercentInText(leg),
    against: formatPercentInText(against),
    difference: formatPercentInText(difference),
    ratio: formatPercentInText(ratio),
  })
}
