import type { FigureRows } from '@/lib/report/figure'
import { figureOption } from './figure-option'
import type { Frame } from './frame'
import type { OutlineSetting } from './outline-option'
import { renderSvg } from './render-svg'

/** A figure's rows as SVG markup. `outline` is set for a small multiple. */
export function drawFigure(rows: FigureRows, frame: Frame, outline: OutlineSetting | null): string {
  return renderSvg(figureOption(rows, frame, outline), frame)
}
