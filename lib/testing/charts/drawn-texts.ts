import { textWidthPx } from '@/lib/charts/text-width'

/** A text of a drawn picture, and the largest box that it may need. */
export interface DrawnText {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}

/** For tests: returns all texts of a picture that `renderSvg` made. */
export function drawnTexts(svg: string): DrawnText[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => {
    const number = (name: string) => Number(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1])
    const font = number('font-size')
    const width = textWidthPx(text, font, attributes.includes('bold') ? 'bold' : 'normal')
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start'
    const share = new Map([
      ['start', 0],
      ['middle', 0.5],
      ['end', 1],
    ]).get(anchor)
    if (share === undefined) throw new RangeError(`a text is anchored at its ${anchor}`)
    const left = number('x') - share * width
    return { text, left, right: left + width, top: number('y') - font / 2, bottom: number('y') + font / 2 }
  })
}

/** Returns pairs of texts that touch, and texts outside a sheet of this size; none in a good picture. */
export function faults(
  texts: readonly DrawnText[],
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): string[] {
  const collisions = texts.flatMap((a, index) =>
    texts.slice(index + 1).flatMap((b) => (touch(a, b) ? [`${a.text} touches ${b.text}`] : [])),
  )
  const cut = texts.filter(
    (box) => box.left < -1 || box.right > widthPx + 1 || box.top < -1 || box.bottom > heightPx + 1,
  )
  return [...collisions, ...cut.map(({ text }) => `${text} is cut`)]
}

function touch(a: DrawnText, b: DrawnText): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
