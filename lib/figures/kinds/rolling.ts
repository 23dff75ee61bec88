import { cumulativeExcessOption } from '../cumulative-excess-option'
import type { FigureKind } from '../figure-kind'
import { lastPoint, lineExportTable, lineNote, yearEndTable } from '../line-figure'
import { measureText } from '../measure-text'
import { rollingOption } from '../rolling-option'
import type { LineRows } from '../rows'
import { type RollingMeasure, seriesLine } from '../series-line'

export const rollingReturn = rolling('rolling-return', (rows, frame) => cumulativeExcessOption(rows, frame))
export const rollingVolatility = rolling('rolling-volatility', (rows, frame) => rollingOption(rows, frame))
export const rollingRatio = rolling('rolling-ratio', (rows, frame) => rollingOption(rows, frame))

/** A line of the year that ends with each day. */
function rolling(measure: RollingMeasure, option: FigureKind<LineRows>['option']): FigureKind<LineRows> {
  return {
    source: {
      of: 'series',
      rows: (history, { convention, t }) => seriesLine(history, measure, convention, t(`figures.${measure}`)),
    },
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
