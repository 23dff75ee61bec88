import { drawdownOption } from '@/lib/charts/drawdown-option'
import { figureOption } from '@/lib/charts/figure-option'
import type { Frame } from '@/lib/charts/frame'
import { renderSvg } from '@/lib/charts/render-svg'
import { PRINT_FIGURE, PRINT_PANELS } from '@/lib/charts/sizes'
import type { FigureRows, LineRows } from '@/lib/report/figure'
import type { Palette } from '@/lib/theme'

/** The document's own family: the words of a chart are set like those around it. */
const PRINT_FONT = 'Noto Sans SC'

/** A line with its drawdown under it, or bars: SVG markup at `PRINT_FIGURE`'s size. */
export function drawFigure(rows: FigureRows, palette: Palette, drawdownLabel: string): string {
  return rows.shape === 'line'
    ? lineWithDrawdown(rows, palette, drawdownLabel)
    : renderSvg(figureOption(rows, { ...PRINT_FIGURE, palette }, null), PRINT_FIGURE, PRINT_FONT)
}

function lineWithDrawdown(rows: LineRows, palette: Palette, label: string): string {
  const { line, drawdown } = PRINT_PANELS
  const panel = (size: typeof line | typeof drawdown): Frame => ({ ...size, palette, leastGutters: GUTTERS })
  const above = renderSvg(figureOption(rows, panel(line), null), line, PRINT_FONT)
  const below = renderSvg(drawdownOption(rows, label, panel(drawdown)), drawdown, PRINT_FONT)
  const { widthPx, heightPx } = PRINT_FIGURE
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}">`
  return `${head}${above}${below.replace('<svg', `<svg y="${line.heightPx}"`)}</svg>`
}

/** Room for "−20" at the left and "+123.45" at the right in both panels. */
const GUTTERS = { leftPx: 36, rightPx: 66 }
