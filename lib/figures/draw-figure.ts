import type { Frame } from '@/lib/charts/frame'
import { renderSvg } from '@/lib/charts/render-svg'
import { drawSeries } from './draw-series'
import type { FigureRows } from './figure'
import { figureOption } from './figure-option'
import type { OutlineSetting } from './outline-option'

/** A figure's rows as SVG markup. `outline` is set for a small multiple. */
export function drawFigure(rows: FigureRows, frame: Frame, outline: OutlineSetting | null): string {
  if (rows.shape === 'series') return drawSeries(rows, frame)
  return renderSvg(figureOption(rows, frame, outline), frame)
}
