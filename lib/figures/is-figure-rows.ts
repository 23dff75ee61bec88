import type { LiveRows, SeriesRows } from './figure'

/** Are these rows, as far as a chart relies on it? A few lines in place of a schema library, for the browser. */
export function isFigureRows(value: unknown): value is LiveRows {
  if (typeof value !== 'object' || value === null || !('shape' in value)) return false
  if (value.shape === 'bars') return 'windows' in value && Array.isArray(value.windows)
  if (value.shape === 'lines') return 'dates' in value && 'lines' in value && Array.isArray(value.lines)
  if (value.shape !== 'line' || !('dates' in value) || !('values' in value)) return false
  return Array.isArray(value.dates) && Array.isArray(value.values) && value.dates.length === value.values.length
}

/** The same of a series over a period. */
export function isSeriesRows(value: unknown): value is SeriesRows {
  if (typeof value !== 'object' || value === null || !('shape' in value) || value.shape !== 'series') return false
  return 'dates' in value && Array.isArray(value.dates) && 'lines' in value && Array.isArray(value.lines)
}
