import { escapeHtml } from '@/lib/base/escape-html'
import { CHART_FONT, type Frame } from './frame'

/** The sheet of a picture that is drawn without a chart library. */
export function sheetOf({ widthPx, heightPx }: Frame, marks: readonly string[]): string {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}" font-family="${CHART_FONT}">`
  return `${head}${marks.join('')}</svg>`
}

interface Text {
  x: number
  /** Of the baseline. */
  y: number
  text: string
  fill: string
  anchor: 'start' | 'middle' | 'end'
  size?: number
  isBold?: boolean
}

export function textAt({ x, y, text, fill, anchor, size = 11, isBold = false }: Text): string {
  const weight = isBold ? ' font-weight="bold"' : ''
  return `<text x="${px(x)}" y="${px(y)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${weight}>${escapeHtml(text)}</text>`
}

/** A tenth of a pixel is finer than a screen. */
export function px(length: number): number {
  return Math.round(length * 10) / 10
}
