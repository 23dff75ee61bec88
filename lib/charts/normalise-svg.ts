import { SANS } from '@/lib/theme'

/**
 * Makes ECharts' server output small and the same for the same input: no ids that count up within the process, no
 * styles for a pointer that a picture does not have, the font named once, coordinates to a tenth of a pixel.
 * Labels cannot be hit: in them ECharts escapes quotes and angle brackets.
 */
export function normaliseSvg(svg: string): string {
  const bare = REMOVALS.reduce((text, pattern) => text.replace(pattern, ''), svg)
  return bare
    .replace(/<svg /, `<svg font-family="${SANS.replaceAll('"', "'")}" `)
    .replace(/\bzr\d+-/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => asAttributes(style))
    .replace(/ y="([-\d.]+)" transform="translate\(([-\d.]+) ([-\d.]+)\)"/g, (_, dy, x, y) => at(x, Number(y) + Number(dy)))
    .replace(/(<text[^>]*?) transform="translate\(([-\d.]+) ([-\d.]+)\)"/g, (_, head, x, y) => head + at(x, Number(y)))
    .replace(/ (d|transform|x|y)="([^"]*)"/g, (_, name: string, value: string) => ` ${name}="${rounded(value)}"`)
    .replace(/>\s+</g, '><')
    .trim()
}

const REMOVALS = [
  /<style[^>]*>[\s\S]*?<\/style>/g,
  /<rect [^>]*fill="none"><\/rect>/,
  /<defs >\s*<\/defs>/g,
  / xmlns:xlink="[^"]*"| version="1\.1"| baseProfile="full"/g,
  / class="[^"]*"| ecmeta_\w+="[^"]*"| pointer-events="[^"]*"| stroke-linejoin="bevel"/g,
]

/** `font-size:11px;font-family:…;font-weight:700;` as attributes: a policy against inline styles cannot break them. */
function asAttributes(style: string): string {
  return style
    .split(';')
    .map((rule) => rule.split(':'))
    .filter(([name]) => name === 'font-size' || name === 'font-weight')
    .map(([name, value]) => ` ${name}="${(value ?? '').replace('px', '')}"`)
    .join('')
}

function at(x: string, y: number): string {
  return ` x="${x}" y="${y}"`
}

function rounded(value: string): string {
  return value.replace(/-?\d*\.\d+/g, (digits) => String(Number(Number(digits).toFixed(1))))
}
