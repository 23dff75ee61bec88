import type { FigureRows } from '@/lib/report/figure'
import { cumulativeExcessOption } from './cumulative-excess-option'
import type { ChartOption, Frame } from './frame'
import { legsOption } from './legs-option'
import { type OutlineSetting, outlineOption } from './outline-option'
import { relativeStrengthOption } from './relative-strength-option'

/** The option that draws a figure's rows as a picture. `outline` is set for a small multiple. */
export function figureOption(rows: FigureRows, frame: Frame, outline: OutlineSetting | null): ChartOption {
  if (rows.shape === 'bars') return legsOption(rows, frame)
  if (outline !== null) return outlineOption(rows, frame, outline)
  return rows.measure === 'relative-strength'
    ? relativeStrengthOption(rows, frame)
    : cumulativeExcessOption(rows, frame)
}
