import { formatPercent, formatRatio } from '@/lib/base/format'
import type { SeriesRows } from './rows'

/** Returns "1.97" of a ratio, or "+97.31" of what is shown in percent. */
export function valueText(value: number | null, unit: SeriesRows['unit']): string {
  if (unit === 'ratio') return formatRatio(value)
  return formatPercent(value === null || unit === 'fraction' ? value : value - 1)
}
