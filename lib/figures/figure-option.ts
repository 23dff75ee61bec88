import type { ChartOption, Frame } from '@/lib/charts/frame'
import { columnsOption } from './columns-option'
import { comparisonOption } from './comparison-option'
import { distributionOption } from './distribution-option'
import { factorRowsOption } from './factor-rows-option'
import type { FactorRows, FigureRows } from './figure'
import { legsOption } from './legs-option'
import { LINE_OPTIONS } from './line-options'
import { type OutlineSetting, outlineOption } from './outline-option'
import { qualityOption } from './quality-option'
import { scatterOption } from './scatter-option'
import { seriesOption } from './series-option'

/** The option that draws a figure's rows as a picture. `outline` is set for a small multiple. */
export function figureOption(rows: FigureRows, frame: Frame, outline: OutlineSetting | null): ChartOption {
  if (rows.shape === 'bars') return legsOption(rows, frame)
  if (rows.shape === 'series') return seriesOption(rows, frame)
  if (rows.shape === 'lines') return comparisonOption(rows, frame)
  if (rows.shape === 'distribution') return distributionOption(rows, frame)
  if (rows.shape === 'quality') return qualityOption(rows, frame)
  if (rows.shape !== 'line') return factorsOption(rows, frame)
  if (outline !== null) return outlineOption(rows, frame, outline)
  return LINE_OPTIONS[rows.measure](rows, frame)
}

/** A broad picture has columns with their names beneath, a narrower one a row for each factor. */
function factorsOption(rows: FactorRows, frame: Frame): ChartOption {
  if (rows.shape === 'scatter') return scatterOption(rows, frame)
  return frame.widthPx > 900 ? columnsOption(rows, frame) : factorRowsOption(rows, frame)
}
