import { Resvg } from '@resvg/resvg-js'
import { SaxesParser, type SaxesTagNS } from 'saxes'

const SVG = 'http://www.w3.org/2000/svg'
const BYTES_MAX = 64_000
/** Elements that run, change or bring in what is not in the drawing. */
const ACTIVE = /^(script|foreignobject|style|iframe|image|feimage|animate.*|set|handler|listener|a|audio|video)$/i

/** Returns what is wrong with the SVG markup of a logo, such as "contains a script"; null when nothing is. */
export function logoFault(svg: string): string | null {
  if (Buffer.byteLength(svg) > BYTES_MAX) return 'is larger than 64 kB'
  try {
    readStrictly(svg)
    // Well-formed XML may still be no drawing, such as one without a size.
    new Resvg(svg, { font: { loadSystemFonts: false } })
    return null
  } catch (error) {
    if (error instanceof LogoFault) return error.message
    return `cannot be drawn (${error instanceof Error ? error.message : error})`
  }
}

class LogoFault extends Error {}

/** Throws a LogoFault unless the markup is well-formed and inactive. */
function readStrictly(svg: string): void {
  const parser = new SaxesParser({ xmlns: true, position: false })
  let hasRoot = false
  parser.on('error', ({ message }) => {
    throw new LogoFault(`is not an SVG (${message})`)
  })
  for (const event of ['doctype', 'processinginstruction'] as const) {
    parser.on(event, () => {
      throw new LogoFault('contains a script, a style sheet or a document type')
    })
  }
  parser.on('opentag', (tag) => {
    if (!hasRoot && (tag.local !== 'svg' || tag.uri !== SVG))
      throw new LogoFault(`is not an SVG (<svg xmlns="${SVG}">)`)
    hasRoot = true
    checkTag(tag)
  })
  parser.write(svg).close()
}

function checkTag({ local, attributes }: SaxesTagNS): void {
  if (ACTIVE.test(local)) throw new LogoFault(`contains a script, a style sheet or a document type (<${local}>)`)
  for (const { local: name, value } of Object.values(attributes)) {
    if (/^on/i.test(name) || /javascript:/i.test(value)) {
      throw new LogoFault(`contains a script, a style sheet or a document type (${name})`)
    }
    const isReference = /^(href|src)$/i.test(name) && !value.startsWith('#')
    if (isReference || /url\(\s*["']?(?!#)|@import/i.test(value)) {
      throw new LogoFault(`refers to an external resource (${name})`)
    }
  }
}
