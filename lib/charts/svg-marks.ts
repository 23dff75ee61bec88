import { escapeHtml } from '@/lib/export/escape-html'
import { CHART_FONT, type Frame, type Tick } from './frame'
import { textWidthPx } from './text-width'

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

/** Marks and words beneath a horizontal axis; `at` of a tick is px from the left. */
export function bottomMarks(
  ticks: readonly Tick[],
  bottomPx: number,
  { widthPx, palette }: Frame,
  fontPx = 11,
): string[] {
  const within = (at: number, half: number) => Math.min(Math.max(at, half), widthPx - half)
  return ticks.flatMap(({ at, label }) => [
    `<path d="M${px(at)} ${px(bottomPx)}v4" stroke="${palette.line}"/>`,
    textAt({
      x: within(at, textWidthPx(label, fontPx) / 2),
      y: bottomPx + 19,
      text: label,
      fill: palette.ink3,
      anchor: 'middle',
      size: fontPx,
    }),
  ])
}

/** A tenth of a pixel is finer than a screen. */
export function px(length: number): number {
  return Math.round(length * 10) / 10
}
