import { spreadOver } from '@/lib/analysis/measure'
import { type LegPair, within } from '@/lib/analysis/measured-series'
import type { TradingWindows, WindowLabels } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import { periodReturn } from '@/lib/metrics/period-return'
import type { BarRows } from './figure'

interface BarRequest {
  pair: LegPair
  windows: TradingWindows
  convention: Convention
  labels: WindowLabels
  /** Names of the three bars. */
  names: { leg: string; against: string; net: string }
}

/** Period returns of both legs and their difference, for week, month and year. */
export function barRows({ pair, windows, convention, labels, names }: BarRequest): BarRows {
  const bars = (window: 'week' | 'month' | 'year') => ({
    label: labels[window],
    bars: [
      { role: 'leg' as const, label: names.leg, value: periodReturn(within(pair.leg, windows[window])) },
      { role: 'against' as const, label: names.against, value: periodReturn(within(pair.against, windows[window])) },
      { role: 'net' as const, label: names.net, value: spreadOver(pair, windows[window], convention) },
    ],
  })
  return { shape: 'bars', windows: [bars('week'), bars('month'), bars('year')] }
}
