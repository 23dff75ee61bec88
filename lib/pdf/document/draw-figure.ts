import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Frame, Size } from '@/lib/charts/frame'
import { renderSvg } from '@/lib/charts/render-svg'
import type { Palette } from '@/lib/charts/theme'
import { drawdownOption } from '@/lib/figures/drawdown-option'
import type { LineRows, ReportRows } from '@/lib/figures/figure'
import { figureOption } from '@/lib/figures/figure-option'
import { PRINT_SIZES } from '@/lib/figures/sizes'

/** The document's own family: the words of a chart are set like those around it. */
const PRINT_FONT = 'Noto Sans SC'

interface Drawn {
  document: keyof typeof PRINT_SIZES
  palette: Palette
  drawdownLabel: string
}

/**
 * A line with its drawdown under it, or bars: SVG markup at the size that the document shows. The last few hundred are
 * kept: the next document may show some again, in another convention or in a factsheet.
 */
export function drawFigure(rows: ReportRows, drawn: Drawn): string {
  const key = createHash('sha256')
    .update(JSON.stringify([rows, drawn]))
    .digest('base64')
  const picture = kept.get(key) ?? draw(rows, drawn)
  kept.set(key, picture)
  return picture
}

/** Some twelve reports, 5 MB. */
const kept = new LRUCache<string, string>({ max: 400 })

function draw(rows: ReportRows, { document, palette, drawdownLabel }: Drawn): string {
  const sizes = PRINT_SIZES[document]
  if (rows.shape !== 'line')
    return renderSvg(figureOption(rows, { ...sizes.bars, palette }, null), sizes.bars, PRINT_FONT)
  return lineWithDrawdown(rows, sizes, palette, drawdownLabel)
}

function lineWithDrawdown(
  rows: LineRows,
  { line, drawdown }: Record<'line' | 'drawdown', Size>,
  palette: Palette,
  label: string,
): string {
  const panel = (size: Size): Frame => ({ ...size, palette, leastGutters: GUTTERS })
  const above = renderSvg(figureOption(rows, panel(line), null), line, PRINT_FONT)
  const below = renderSvg(drawdownOption(rows, label, panel(drawdown)), drawdown, PRINT_FONT)
  const [width, height] = [line.widthPx, line.heightPx + drawdown.heightPx]
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`
  return `${head}${above}${below.replace('<svg', `<svg y="${line.heightPx}"`)}</svg>`
}

/** Room for "−20" at the left and "+123.45" at the right in both panels. */
const GUTTERS = { leftPx: 36, rightPx: 66 }
