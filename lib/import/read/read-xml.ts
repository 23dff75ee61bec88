import { SaxesParser } from 'saxes'
import { ArchiveRefusal, refuseBroken } from './archive-refusal'

/** Receives the elements and texts of an XML file while it is read. Names have no prefix. */
export interface XmlListener {
  open(name: string, attributes: ReadonlyMap<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

/** Workbooks nest about ten elements. */
const DEPTH_MAX = 256
/** Bytes that are decoded at once. */
const STEP = 65_536
/** Faults need no position in the XML, and `withoutPrefix` removes prefixes. */
const OPTIONS = { position: false, xmlns: false } as const

/**
 * Reads XML as workbooks use it: elements, attributes, text. Refuses a document type, so that a file cannot define
 * entities.
 * @throws ArchiveRefusal for XML that is not well-formed, has a document type or nests too deep
 */
export function readXml(bytes: Uint8Array, listener: XmlListener): void {
  const parser = parserFor(listener)
  const decoder = new TextDecoder(encodingOf(bytes))
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      parser.write(decoder.decode(bytes.subarray(at, at + STEP), { stream: true }))
    }
    parser.write(decoder.decode()).close()
  } catch (error) {
    throw error instanceof ArchiveRefusal ? error : refuseBroken()
  }
}

function parserFor(listener: XmlListener): SaxesParser<typeof OPTIONS> {
  const parser = new SaxesParser<typeof OPTIONS>(OPTIONS)
  let depth = 0
  parser.on('error', () => {
    throw refuseBroken()
  })
  parser.on('doctype', () => {
    throw refuseBroken()
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > DEPTH_MAX) throw refuseBroken()
    listener.open(withoutPrefix(name), withoutPrefixes(attributes))
  })
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))
  parser.on('closetag', ({ name }) => {
    depth -= 1
    listener.close?.(withoutPrefix(name))
  })
  return parser
}

function withoutPrefixes(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(attributes).map(([name, value]) => [withoutPrefix(name), value]))
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}
