import type { Frame } from '@/lib/charts/frame'
import { renderSvg } from '@/lib/charts/render-svg'
import type { FigureRows } from './figure'
import { figureOption } from './figure-option'
import type { OutlineSetting } from './outline-option'

/** A figure's rows as SVG markup. `outline` is set for a small multiple. */
export function drawFigure(rows: FigureRows, frame: Frame, outline: OutlineSetting | null): string {
  return renderSvg(figureOption(rows, frame, outline), frame)
}
