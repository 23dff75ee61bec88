import { runs } from '@/lib/analysis/trading-windows'
import { yearOf } from '@/lib/base/dates'
import type { ExportTable } from '@/lib/base/export-table'
import { measureText } from '@/lib/figures/options/measure-text'
import { fractionColumn } from '@/lib/figures/rows/fraction-column'
import type { LineMeasure, LineRows } from '@/lib/figures/rows/rows'
import type { FigureContext, FigureTable } from './figure-kind'

/** Returns the last point with a value; null when only the start has one. */
export function lastPoint({ dates, values }: LineRows): { date: string; value: number } | null {
  const position = values.findLastIndex((value) => value !== null)
  const [date, value] = [dates[position], values[position]]
  return position < 1 || date === undefined || value === undefined || value === null ? null : { date, value }
}

/** Returns unit, scale and span of a line; an empty string for one without a value. */
export function lineNote(rows: LineRows, { t }: FigureContext): string {
  const last = lastPoint(rows)
  if (last === null) return ''
  const span = { from: rows.dates[1]?.slice(0, 7) ?? '', to: last.date.slice(0, 7) }
  if (rows.measure === 'relative-strength') return t('figures.lineNote', span)
  return t(rows.measure === 'rolling-ratio' ? 'figures.ratioLineNote' : 'figures.excessLineNote', span)
}

/** Returns the last value of every year, and the last one of all. */
export function yearEndTable({ dates, values, measure }: LineRows, { t }: FigureContext): FigureTable {
  const ends = runs(dates, yearOf, 1).map(({ to }) => to - 1)
  return {
    head: [t('figures.dataYear'), t(`figures.${measure}`)],
    rows: ends.map((position) => [dates[position] ?? '', measureText(values[position] ?? null, measure)]),
  }
}

/**
 * Returns a row for each day; the first is the close before the first day with returns, where the line is at its base.
 */
export function lineExportTable({ dates, values, label, measure }: LineRows, { t }: FigureContext): ExportTable {
  const isRatio = WITHOUT_UNIT.includes(measure)
  return {
    columns: [
      { header: t('takeaway.date'), type: 'date' },
      isRatio ? { header: label, type: 'number' } : fractionColumn(label, t),
    ],
    rows: dates.map((date, index) => [date, values[index] ?? null]),
  }
}

/** These measures have no unit; all others are decimal fractions. */
const WITHOUT_UNIT: readonly LineMeasure[] = ['relative-strength', 'correlation', 'rolling-ratio']
