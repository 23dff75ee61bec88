import { refuseBroken } from './archive-refusal'

/** What is told of an XML text while it is read. Names are without their prefix. */
export interface XmlListener {
  open(name: string, attributes: ReadonlyMap<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

const NODE =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[([\s\S]*?)\]\]>|\?[\s\S]*?\?>|(\/?)([^\s/>!?]+)((?:[^"'>]|"[^"]*"|'[^']*')*)>)/y
const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Reads XML as workbooks use it: elements, attributes, text; no document type, and so no entities of a file's own.
 * @throws ArchiveRefusal for what is not well-formed
 */
export function readXml(bytes: Uint8Array, listener: XmlListener): void {
  const xml = new TextDecoder(encodingOf(bytes)).decode(bytes)
  const open: string[] = []
  let at = 0
  while (at < xml.length) {
    const next = xml.indexOf('<', at)
    if (next !== at) listener.text?.(decodeEntities(xml.slice(at, next === -1 ? xml.length : next)))
    if (next === -1) break
    NODE.lastIndex = next
    const node = NODE.exec(xml)
    if (node === null) throw refuseBroken()
    at = NODE.lastIndex
    tell(node, open, listener)
  }
  if (open.length > 0) throw refuseBroken()
}

function tell([, cdata, slash, fullName, rest = '']: RegExpExecArray, open: string[], listener: XmlListener): void {
  if (cdata !== undefined) listener.text?.(cdata)
  if (fullName === undefined) return
  const name = withoutPrefix(fullName)
  if (slash === '/') {
    if (open.pop() !== fullName) throw refuseBroken()
    listener.close?.(name)
    return
  }
  listener.open(name, attributesOf(rest))
  if (rest.endsWith('/')) listener.close?.(name)
  else open.push(fullName)
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) {
    attributes.set(withoutPrefix(name), decodeEntities(double ?? single ?? ''))
  }
  return attributes
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (_, hex?: string, decimal?: string, named?: string) => {
    if (named !== undefined) return NAMED[named.toLowerCase()] ?? ''
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    if (code > 0x10ffff) throw refuseBroken()
    return String.fromCodePoint(code)
  })
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}
