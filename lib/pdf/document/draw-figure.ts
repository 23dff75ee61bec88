import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { ChartOption, Frame, Size } from '@/lib/charts/frame'
import { paintLine } from '@/lib/charts/still/paint-line'
import type { Palette } from '@/lib/charts/theme'
import { drawOption } from '@/lib/figures/draw-option'
import { drawdownOption } from '@/lib/figures/options/drawdown-option'
import { FIGURES, type FigureData } from '@/lib/figures/registry'
import { isLine } from '@/lib/figures/rows/rows'
import { PRINT_SIZES } from '@/lib/figures/rows/sizes'

/** The font family of the document, also for the texts of charts. */
const PRINT_FONT = 'Noto Sans SC'

interface Drawn {
  document: keyof typeof PRINT_SIZES
  palette: Palette
  drawdownLabel: string
}

/**
 * Draws a line with its drawdown, or bars, as SVG at the size in the document. Caches a few hundred, since the next
 * document may show some again, in another convention or in a factsheet.
 */
export function drawFigure(figure: FigureData, drawn: Drawn): string {
  const key = keyOf(figure, drawn)
  const picture = kept.get(key) ?? draw(figure, drawn)
  kept.set(key, picture)
  return picture
}

/** Returns a key of all that a picture shows. The days and values of a line, tens of thousands, are not written as JSON. */
function keyOf({ kind, rows }: FigureData, drawn: Drawn): string {
  const hash = createHash('sha256')
  if (isLine(rows)) {
    const { dates, values, ...rest } = rows
    hash.update(JSON.stringify([kind, rest, drawn]))
    hash.update(dates.join()).update(Float64Array.from(values, (value) => value ?? Number.NaN))
  } else {
    hash.update(JSON.stringify([kind, rows, drawn]))
  }
  return hash.digest('base64')
}

/** About twelve reports, 5 MB. */
const kept = new LRUCache<string, string>({ max: 400 })

function draw({ kind, rows }: FigureData, { document, palette, drawdownLabel }: Drawn): string {
  const { bars, line, drawdown } = PRINT_SIZES[document]
  const { option } = FIGURES[kind]
  if (!isLine(rows)) return drawOption(kind, option(rows, { ...bars, palette }), bars, PRINT_FONT)
  const panels = (minGutters: Gutters) => {
    const panel = (size: Size): Frame => ({ ...size, palette, minGutters })
    return [option(rows, panel(line)), drawdownOption(rows, drawdownLabel, panel(drawdown))] as const
  }
  const usual = panels(GUTTERS)
  const widest = widestOf(usual)
  const isWider = widest.leftPx > GUTTERS.leftPx || widest.rightPx > GUTTERS.rightPx
  const [lineOption, fallOption] = isWider ? panels(widest) : usual
  const above = drawOption(kind, lineOption, line, PRINT_FONT)
  const below = paintLine(fallOption, drawdown, PRINT_FONT)
  const [width, height] = [line.widthPx, line.heightPx + drawdown.heightPx]
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`
  return `${head}${above}${below.replace('<svg', `<svg y="${line.heightPx}"`)}</svg>`
}

type Gutters = NonNullable<Frame['minGutters']>

/** Room for "−20" at the left and "+123.45" at the right in both panels. */
const GUTTERS: Gutters = { leftPx: 36, rightPx: 66 }

/** Returns the gutters of two panels that hold the labels of both, such as "1,000,000", so that both have one time axis. */
function widestOf(panels: readonly ChartOption[]): Gutters {
  const grids = panels.flatMap(({ grid }) => grid ?? [])
  const widest = (side: 'left' | 'right') => Math.max(...grids.map((grid) => Number(grid[side])))
  return { leftPx: widest('left'), rightPx: widest('right') }
}
