import type { FactorRows, FigureRows } from '@/lib/report/figure'
import { columnsOption } from './columns-option'
import { cumulativeExcessOption } from './cumulative-excess-option'
import { factorRowsOption } from './factor-rows-option'
import type { ChartOption, Frame } from './frame'
import { legsOption } from './legs-option'
import { type OutlineSetting, outlineOption } from './outline-option'
import { relativeStrengthOption } from './relative-strength-option'
import { scatterOption } from './scatter-option'

/** The option that draws a figure's rows as a picture. `outline` is set for a small multiple. */
export function figureOption(rows: FigureRows, frame: Frame, outline: OutlineSetting | null): ChartOption {
  if (rows.shape === 'bars') return legsOption(rows, frame)
  if (rows.shape !== 'line') return factorsOption(rows, frame)
  if (outline !== null) return outlineOption(rows, frame, outline)
  return rows.measure === 'relative-strength'
    ? relativeStrengthOption(rows, frame)
    : cumulativeExcessOption(rows, frame)
}

/** A broad picture has columns with their names beneath, a narrower one a row for each factor. */
function factorsOption(rows: FactorRows, frame: Frame): ChartOption {
  if (rows.shape === 'scatter') return scatterOption(rows, frame)
  return frame.widthPx > 900 ? columnsOption(rows, frame) : factorRowsOption(rows, frame)
}
