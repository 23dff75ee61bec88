import { formatPercent, formatRatio, formatSigned } from '@/lib/base/format'
import type { LineRows } from '@/lib/figures/rows/rows'

const TEXTS: Record<LineRows['measure'], (value: number | null) => string> = {
  'relative-strength': formatRatio,
  'cumulative-excess': formatPercent,
  correlation: formatSigned,
  drawdown: formatPercent,
  'rolling-return': formatPercent,
  'rolling-volatility': (value) => formatRatio(value === null ? null : value * 100),
  'rolling-ratio': formatSigned,
}

/** A value of a line as it is read: percent without its sign for fractions, a dash where there is none. */
export function measureText(value: number | null, measure: LineRows['measure']): string {
  return TEXTS[measure](value)
}
