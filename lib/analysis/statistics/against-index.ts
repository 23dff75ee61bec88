import type { SeriesHistory } from '@/lib/analysis/history'
import { within } from '@/lib/analysis/measured-series'
import { countedRuns } from '@/lib/analysis/periods'
import type { Span } from '@/lib/analysis/trading-windows'
import { captureRatio } from '@/lib/metrics/returns/capture-ratio'
import { periodReturn } from '@/lib/metrics/returns/period-return'
import { beta } from '@/lib/metrics/risk/beta'

/** Figures of a portfolio beside its index, from the returns of both and not from their ratio. */
export interface AgainstIndex {
  /** Of daily returns. */
  beta: number | null
  /** Days with both returns. */
  days: number
  upCapture: Capture
  downCapture: Capture
}

interface Capture {
  /** Share of the index's return; null without months. */
  value: number | null
  /** Months in which the index rose or stood still, or in which it fell. */
  months: number
}

/** Computes beta and capture of a portfolio over a period; null for a factor, which has no index. */
export function againstIndex(history: SeriesHistory, span: Span): AgainstIndex | null {
  if (history.kind !== 'portfolio') return null
  const { leg, against } = history
  const [own, index] = [within(leg, span), within(against, span)]
  const runs = countedRuns(history, span, 'month')
  const months = runs.map(({ from, to }) => ({
    own: periodReturn(leg, from, to),
    index: periodReturn(against, from, to),
  }))
  const capture = (market: 'up' | 'down'): Capture => ({
    value: captureRatio(
      months.map((month) => month.own),
      months.map((month) => month.index),
      market,
    ),
    months: months.filter(
      (month) => month.own !== null && month.index !== null && month.index < 0 === (market === 'down'),
    ).length,
  })
  return {
    beta: beta(own, index),
    days: own.filter((value, day) => value !== null && index[day] !== null).length,
    upCapture: capture('up'),
    downCapture: capture('down'),
  }
}
