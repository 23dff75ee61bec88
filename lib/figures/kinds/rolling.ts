import { cumulativeExcessOption } from '@/lib/figures/options/cumulative-excess-option'
import { measureText } from '@/lib/figures/options/measure-text'
import { rollingOption } from '@/lib/figures/options/rolling-option'
import type { LineRows } from '@/lib/figures/rows/rows'
import { type RollingMeasure, seriesLine } from '@/lib/figures/rows/series-line'
import type { FigureKind } from './figure-kind'
import { lastPoint, lineExportTable, lineNote, yearEndTable } from './line-figure'

export const rollingReturn = rolling('rolling-return', (rows, frame) => cumulativeExcessOption(rows, frame))
export const rollingVolatility = rolling('rolling-volatility', (rows, frame) => rollingOption(rows, frame))
export const rollingRatio = rolling('rolling-ratio', (rows, frame) => rollingOption(rows, frame))

/** Returns a figure whose line covers the year that ends with each day. */
function rolling(measure: RollingMeasure, option: FigureKind<LineRows>['option']): FigureKind<LineRows> {
  return {
    source: {
      of: 'series',
      rows: (history, { t }) => seriesLine(history, measure, t(`figures.${measure}`)),
    },
    figures: 'line',
    layouts: ['line', 'large-line', 'small'],
    exportSize: 'broad',
    option,
    title: ({ t }) => t(`figures.${measure}`),
    note: lineNote,
    summary: (rows, { t, names }) => {
      const known = rows.values.filter((value) => value !== null)
      const last = lastPoint(rows)
      return t('seriesChart.rollingAlt', {
        name: names[0] ?? '',
        title: t(`figures.${measure}`),
        from: rows.dates[0] ?? '',
        to: last?.date ?? '',
        last: measureText(last?.value ?? null, measure),
        high: measureText(Math.max(...known), measure),
        low: measureText(Math.min(...known), measure),
      })
    },
    emptyReason: (rows, { t }) => (lastPoint(rows) === null ? t('figures.gapAtStart') : null),
    table: yearEndTable,
    exportTable: lineExportTable,
  }
}
