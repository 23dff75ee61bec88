/** The elements of a still chart as SVG markup, with the attributes and the roundings of ECharts after `normaliseSvg`. */
import { escapeHtml } from '@/lib/base/escape-html'
import { relativePath } from '@/lib/charts/relative-path'

export interface Point {
  x: number
  y: number
}

/** Returns a coordinate of a path as ECharts writes it: to a tenth of a pixel. */
export function written(value: number): number {
  return Math.round(value * 10) / 10
}

/** Returns a position of an element: ECharts writes four decimals, of which `normaliseSvg` leaves one. */
function tenth(value: number): string {
  return String(Number((Math.round(value * 1e4) / 1e4).toFixed(1)))
}

/** Returns a coordinate at which a line one pixel wide is sharp. */
export function sharp(position: number): number {
  const doubled = Math.round(position * 2)
  return (doubled + 1) % 2 === 0 ? doubled / 2 : (doubled + 1) / 2
}

/** Returns a straight line one pixel wide. */
export function rule(from: Point, to: Point, stroke: string): string {
  const d = relativePath(`M${written(from.x)} ${written(from.y)}L${written(to.x)} ${written(to.y)}`)
  return `<path d="${d}" fill="none" stroke="${stroke}"></path>`
}

interface Lettering {
  anchor: 'start' | 'middle' | 'end'
  fontPx: number
  isBold?: boolean
  fill: string
  /** The colour and the width of an outline around the letters. */
  outline?: { stroke: string; widthPx: number }
}

/** Returns a text on the middle of its height; nothing for an empty one. */
export function lettering(text: string, at: Point, { anchor, fontPx, isBold, fill, outline }: Lettering): string {
  if (text === '') return ''
  const weight = isBold ? ' font-weight="bold"' : ''
  const border = outline
    ? ` stroke="${outline.stroke}" stroke-width="${outline.widthPx}" paint-order="stroke" stroke-miterlimit="2"`
    : ''
  return `<text dominant-baseline="central" text-anchor="${anchor}" font-size="${fontPx}"${weight} x="${tenth(at.x)}" y="${tenth(at.y)}" fill="${fill}"${border}>${escapeHtml(text)}</text>`
}

/** Returns a dot. */
export function dot(at: Point, sizePx: number, fill: string): string {
  const [scale, x, y] = [tenth(sizePx / 2), tenth(at.x), tenth(at.y)]
  const place = scale === '1' ? `translate(${x} ${y})` : `matrix(${scale},0,0,${scale},${x},${y})`
  return `<path d="M1 0A1 1 0 1 1 1 -.1A1 1 0 0 1 1 0" transform="${place}" fill="${fill}"></path>`
}

/** Returns the picture around the elements. */
export function sheet(elements: readonly string[], widthPx: number, heightPx: number, fontFamily: string): string {
  return `<svg font-family="${fontFamily}" width="${widthPx}" height="${heightPx}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${heightPx}">${elements.join('')}</svg>`
}
