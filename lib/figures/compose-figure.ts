import { escapeHtml } from '@/lib/base/escape-html'
import type { Size } from '@/lib/charts/frame'
import { CHART_FONT } from '@/lib/charts/frame'
import { textWidthPx } from '@/lib/charts/text-width'
import type { Palette } from '@/lib/charts/theme'
import { wrapText } from '@/lib/charts/wrap-text'
import type { FigureCaption } from './figure-request'

interface Composition {
  /** A picture from `renderSvg`, and the size at which it was drawn. */
  picture: string
  size: Size
  caption: FigureCaption
  palette: Palette
}

/**
 * Returns an export figure: title, unit and span above its picture; source, data version and the mark of synthetic data
 * below. The picture is as high as its texts need; nothing is cut.
 */
export function composeFigure({ picture, size, caption, palette }: Composition): string {
  const innerPx = Math.max(size.widthPx, MIN_WIDTH_PX)
  const title = blockOf(wrapText(caption.title, innerPx, 16, 'bold'), { fontPx: 16, linePx: 24, weight: 'bold' })
  const note = blockOf(wrapText(caption.note, innerPx, 12), { fontPx: 12, linePx: 20, weight: 'normal' })
  const demoPx = caption.demo === null ? 0 : textWidthPx(caption.demo, 12) + 22
  const source = blockOf(wrapText(caption.source, innerPx - demoPx, 12), { fontPx: 12, linePx: 20, weight: 'normal' })
  const noteTop = MARGIN + title.heightPx
  const pictureTop = noteTop + note.heightPx + 8
  const ruleTop = pictureTop + size.heightPx + 8
  const sourceTop = ruleTop + 8
  const [width, height] = [innerPx + 2 * MARGIN, sourceTop + source.heightPx + MARGIN - 8]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${CHART_FONT}">`,
    `<title>${escapeHtml(caption.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${palette.bg}"/>`,
    title.at(MARGIN, palette.ink),
    note.at(noteTop, palette.ink2),
    picture.replace('<svg', `<svg x="${MARGIN}" y="${pictureTop}"`),
    `<path d="M${MARGIN} ${ruleTop}.5h${innerPx}" stroke="${palette.line}"/>`,
    source.at(sourceTop, palette.ink3),
    ...(caption.demo === null ? [] : [demoMark(caption.demo, width - MARGIN, sourceTop, palette)]),
    '</svg>',
  ].join('')
}

const MARGIN = 24
/** Minimum width, so that texts fit beside narrow pictures. */
const MIN_WIDTH_PX = 480

interface Type {
  fontPx: number
  linePx: number
  weight: 'normal' | 'bold'
}

function blockOf(lines: string[], { fontPx, linePx, weight }: Type) {
  const bold = weight === 'bold' ? ' font-weight="bold"' : ''
  return {
    heightPx: lines.length * linePx,
    at: (topPx: number, fill: string) =>
      lines
        .map((line, index) => {
          const baseline = topPx + index * linePx + (linePx + 0.72 * fontPx) / 2
          return `<text x="${MARGIN}" y="${baseline.toFixed(1)}" font-size="${fontPx}"${bold} fill="${fill}">${escapeHtml(line)}</text>`
        })
        .join(''),
  }
}

/** Returns the words with a bar at their left, as on pages. */
function demoMark(text: string, right: number, top: number, { ink2, ink3 }: Palette): string {
  const barLeft = right - textWidthPx(text, 12) - 10
  const bar = `<rect x="${barLeft}" y="${top + 2}" width="2" height="16" fill="${ink3}"/>`
  return `${bar}<text x="${right}" y="${top + 14.3}" font-size="12" text-anchor="end" fill="${ink2}">${escapeHtml(text)}</text>`
}
