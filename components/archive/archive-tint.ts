import type { CSSProperties } from 'react'
import { signOf } from '@/lib/base/format'

/**
 * Returns a tint in the colour of the sign, stronger for larger values up to a limit, and light enough for readable text.
 */
export function archiveTint(value: number | null, limit: number): { className: string; style?: CSSProperties } {
  const sign = signOf(value)
  if (value === null || sign === 'flat') return { className: '' }
  const style: CSSProperties & { '--tint': string } = { '--tint': Math.min(1, Math.abs(value) / limit).toFixed(2) }
  return { className: `tint-${sign}`, style }
}
