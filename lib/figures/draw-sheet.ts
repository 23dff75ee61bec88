import type { Frame } from '@/lib/charts/frame'
import { drawFigure } from './draw-figure'
import type { FigureData } from './registry'

/**
 * Figures of one size under each other in one picture, of which a page shows a window each: thirty-two pictures take
 * seconds on a connection that carries six at a time.
 * @param figures one entry for each place; null leaves it blank
 */
export function drawSheet(figures: readonly (FigureData | null)[], frame: Frame): string {
  const { widthPx, heightPx } = frame
  const places = figures.map((figure, place) =>
    figure === null ? '' : placed(drawFigure(figure, frame), place * heightPx),
  )
  const total = figures.length * heightPx
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${total}" viewBox="0 0 ${widthPx} ${total}">`
  return `${head}${places.join('')}</svg>`
}

/** A nested `<svg>` clips to its own box, so no figure reaches into its neighbour. */
function placed(svg: string, topPx: number): string {
  return svg.replace('<svg', `<svg y="${topPx}"`)
}
