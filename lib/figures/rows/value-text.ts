import { formatPercent, formatRatio } from '@/lib/base/format'
import type { SeriesRows } from './rows'

/** Formats a ratio as "1.97", or a value in percent as "+97.31". */
export function valueText(value: number | null, unit: SeriesRows['unit']): string {
  if (unit === 'ratio') return formatRatio(value)
  return formatPercent(value === null ? null : value - 1)
}
