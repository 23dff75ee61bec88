/** Reads the PDFs that Typst writes: a cross-reference table, and no object streams. Bytes are read as Latin-1 characters. */

export interface PlainPdf {
  /** Offset of the cross-reference table. */
  startXref: number
  /** Number of objects, with the free one. */
  size: number
  /** Number of the catalog. */
  root: number
  /** Number of the information dictionary. */
  info: number
  /** The identifier of the file, as it is written. */
  id: string
  /** Returns an object: its dictionary or value, and the content of its stream as it is written. */
  objectOf(number: number): PlainObject
}

interface PlainObject {
  text: string
  stream: string | null
}

/** Reads a PDF. @throws RangeError for one of another form */
export function readPlainPdf(bytes: Uint8Array): PlainPdf {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const startXref = numberIn(/startxref\s+(\d+)\s+%%EOF\s*$/, file.slice(-TAIL))
  const trailerAt = file.lastIndexOf('trailer')
  const [, size = ''] = /^xref\s+0 (\d+)\s/.exec(file.slice(startXref, startXref + TAIL)) ?? []
  if (size === '' || trailerAt < startXref) throw new RangeError('this PDF has no cross-reference table of one part')
  const entries = file.slice(startXref, trailerAt).match(/\d{10} \d{5} [nf]/g) ?? []
  const offsets = entries.map((entry) => Number(entry.slice(0, 10)))
  const trailer = file.slice(trailerAt)
  return {
    startXref,
    size: Number(size),
    root: numberIn(/\/Root (\d+) 0 R/, trailer),
    info: numberIn(/\/Info (\d+) 0 R/, trailer),
    id: /\/ID \[(\(.*?\)|<.*?>)/s.exec(trailer)?.[1] ?? '<>',
    objectOf: (number) => objectAt(file, number, offsets[number] ?? -1),
  }
}

/** Longer than the end of any of these files. */
const TAIL = 2_048

function objectAt(file: string, number: number, offset: number): PlainObject {
  const head = `${number} 0 obj\n`
  if (!file.startsWith(head, offset)) throw new RangeError(`this PDF has no object ${number}`)
  const begin = offset + head.length
  const [end, stream] = [file.indexOf('\nendobj', begin), file.indexOf('\nstream\n', begin)]
  if (stream < 0 || stream > end) return { text: file.slice(begin, end), stream: null }
  const text = file.slice(begin, stream)
  const content = stream + '\nstream\n'.length
  return { text, stream: file.slice(content, content + numberIn(/\/Length (\d+)/, text)) }
}

function numberIn(pattern: RegExp, text: string): number {
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw new RangeError(`this PDF has nothing like ${pattern.source}`)
  return Number(found)
}
