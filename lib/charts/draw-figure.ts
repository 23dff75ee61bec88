import type { FigureRows } from '@/lib/report/figure'
import { drawDistribution } from './draw-distribution'
import { drawQuality } from './draw-quality'
import { figureOption } from './figure-option'
import type { Frame } from './frame'
import type { OutlineSetting } from './outline-option'
import { renderSvg } from './render-svg'

/** A figure's rows as SVG markup. `outline` is set for a small multiple. */
export function drawFigure(rows: FigureRows, frame: Frame, outline: OutlineSetting | null): string {
  if (rows.shape === 'distribution') return drawDistribution(rows, frame)
  if (rows.shape === 'quality') return drawQuality(rows, frame)
  return renderSvg(figureOption(rows, frame, outline), frame)
}
