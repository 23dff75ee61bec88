import type { Frame } from '@/lib/charts/frame'
import { drawFigure } from './draw-figure'
import type { FigureData } from './registry'

/**
 * Draws figures of one size one below the other in one picture; a page shows a part of it for each figure. Reason: 32
 * pictures take seconds on a connection with six requests at a time.
 * @param figures one entry for each position; null leaves it blank
 */
export function drawSheet(figures: readonly (FigureData | null)[], frame: Frame): string {
  const { widthPx, heightPx } = frame
  const parts = figures.map((figure, index) =>
    figure === null ? '' : movedDown(drawFigure(figure, frame), index * heightPx),
  )
  const total = figures.length * heightPx
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${total}" viewBox="0 0 ${widthPx} ${total}">`
  return `${head}${parts.join('')}</svg>`
}

/** Moves a picture down. A nested `<svg>` clips to its own box, so figures do not overlap. */
function movedDown(svg: string, topPx: number): string {
  return svg.replace('<svg', `<svg y="${topPx}"`)
}
