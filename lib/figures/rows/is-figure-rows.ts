import type { LiveRows } from './rows'

/** Are these rows valid enough for a chart? A few checks instead of a schema library, for the browser. */
export function isFigureRows(value: unknown): value is LiveRows {
  if (typeof value !== 'object' || value === null || !('shape' in value)) return false
  if (value.shape === 'bars') return 'windows' in value && Array.isArray(value.windows)
  if (!('dates' in value) || !Array.isArray(value.dates)) return false
  if (value.shape === 'lines' || value.shape === 'series') return 'lines' in value && Array.isArray(value.lines)
  if (value.shape !== 'line' || !('values' in value)) return false
  return Array.isArray(value.values) && value.dates.length === value.values.length
}
