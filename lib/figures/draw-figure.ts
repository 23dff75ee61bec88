import type { Frame } from '@/lib/charts/frame'
import { renderSvg } from '@/lib/charts/render-svg'
import { FIGURES, type FigureData } from './registry'

/** Returns the picture of a figure as SVG markup. */
export function drawFigure({ kind, rows }: FigureData, frame: Frame): string {
  return renderSvg(FIGURES[kind].option(rows, frame), frame)
}
