import { relativePath } from './relative-path'

/**
 * Makes ECharts' server output small and identical for the same input: removes ids that count up within the process,
 * pointer styles and unnecessary clipping, states the font once, and rounds coordinates to a tenth of a pixel. Changes
 * only tags, never the text of a label.
 * @param fontFamily the one family of all texts, without double quotes.
 */
export function normaliseSvg(svg: string, fontFamily: string): string {
  return svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>|<defs ?>[\s\S]*?<\/defs>/g, '')
    .replace(/<[^>]*>/g, (tag) => normaliseTag(tag))
    .replace(/<rect [^>]*fill="none"><\/rect>|<path d="M[^lhvaczLHVACZ]*"[^>]*><\/path>/g, '')
    .replace(/<g>\n*<\/g>/g, '')
    .replace(/>\n+</g, '><')
    .replace('<svg', `<svg font-family="${fontFamily}"`)
    .trim()
}

const NEEDLESS =
  / (?:xmlns:xlink|version|baseProfile|class|ecmeta_\w+|pointer-events|clip-path|xml:space)="[^"]*"| stroke-linejoin="bevel"/g

function normaliseTag(tag: string): string {
  return tag
    .replace(NEEDLESS, '')
    .replace(/ style="([^"]*)"/, (_, style: string) => fontAttributes(style))
    .replace(
      /^(<text.*?)(?: x="([-\d.]+)")?(?: y="([-\d.]+)")? transform="translate\(([-\d.]+) ([-\d.]+)\)"/,
      textAttributes,
    )
    .replace(/ d="([^"]*)"/, (_, path: string) => ` d="${relativePath(path)}"`)
    .replace(/ (transform|x|y)="([^"]*)"/g, (_, name: string, value: string) => ` ${name}="${rounded(value)}"`)
}

/** Writes `font-size:11px;font-weight:bold` as attributes, which a policy against inline styles does not block. */
function fontAttributes(style: string): string {
  return [...style.matchAll(/(font-size|font-weight):(\w+)/g)]
    .map(([, name, value]) => ` ${name}="${value?.replace('px', '')}"`)
    .join('')
}

type Shift = string | undefined

function textAttributes(_: string, head: string, shiftX: Shift, shiftY: Shift, x: string, y: string): string {
  return `${head} x="${Number(x) + Number(shiftX ?? '0')}" y="${Number(y) + Number(shiftY ?? '0')}"`
}

function rounded(value: string): string {
  return value.replace(/-?\d*\.\d+/g, (digits) => String(Number(Number(digits).toFixed(1))))
}
