import type { Frame } from '@/lib/charts/frame'
import { drawOption } from './draw-option'
import { FIGURES, type FigureData } from './registry'

/** Returns the picture of a figure as SVG markup. */
export function drawFigure({ kind, rows }: FigureData, frame: Frame): string {
  return drawOption(kind, FIGURES[kind].option(rows, frame), frame)
}
