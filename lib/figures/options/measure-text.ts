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

/** Formats a value of a line: percent without % for fractions, a dash for null. */
export function measureText(value: number | null, measure: LineRows['measure']): string {
  return TEXTS[measure](value)
}
