/** Lays a line over each page of a PDF, for a copy that was made for one reader. */
import { createHash } from 'node:crypto'
import { type PlainPdf, readPlainPdf } from './plain-pdf'

/**
 * Returns a copy of a PDF with the only page of another one laid over each of its pages. The copy begins with all bytes of
 * the original; what is new follows as an incremental update (ISO 32000-2, 7.5.6), so that text, bookmarks, links, tags and
 * fonts are those of the original. The metadata name the reader as dc:rights.
 * @param original as Typst writes it
 * @param overlay of one page, as Typst writes it; its content is an artifact
 * @param rights for whom the copy is
 * @throws RangeError when one of them has another form
 */
export function markCopy(original: Uint8Array, overlay: Uint8Array, rights: string): Uint8Array<ArrayBuffer> {
  const pdf = readPlainPdf(original)
  const update = new Update(pdf, original.length)
  const mark = addOverlay(update, readPlainPdf(overlay))
  const [before, after] = [update.add(streamOf('q\n')), update.add(streamOf(`\nQ\nq /${MARK} Do Q\n`))]
  for (const page of pagesOf(pdf)) update.replace(page, markedPage(pdf.objectOf(page).text, { before, after, mark }))
  const metadata = numberOf(pdf.objectOf(pdf.root).text, 'Metadata')
  update.replace(metadata, markedMetadata(pdf.objectOf(metadata).stream ?? '', rights))
  return Uint8Array.from(Buffer.concat([original, update.bytes()]))
}

/** Returns width and height of the first page of a PDF, in points. */
export function pageSize(bytes: Uint8Array): { width: number; height: number } {
  const pdf = readPlainPdf(bytes)
  const [page = -1] = pagesOf(pdf)
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.objectOf(page).text) ?? []
  if (width === undefined || height === undefined) throw new RangeError('this page has no size')
  return { width: Number(width), height: Number(height) }
}

/** Name of the overlay among the resources of a page. */
const MARK = 'ReaderMark'

/** Objects that follow a file, with their own cross-reference table. */
class Update {
  readonly #objects = new Map<number, string>()
  #size: number

  constructor(
    readonly pdf: PlainPdf,
    readonly offset: number,
  ) {
    this.#size = pdf.size
  }

  /** Takes the next free number. */
  reserve(): number {
    this.#size += 1
    return this.#size - 1
  }

  add(text: string): number {
    const number = this.reserve()
    this.replace(number, text)
    return number
  }

  replace(number: number, text: string): void {
    this.#objects.set(number, text)
  }

  bytes(): Buffer {
    let body = '\n'
    let table = 'xref\n'
    for (const [number, text] of [...this.#objects].sort(([one], [other]) => one - other)) {
      table += `${number} 1\n${String(this.offset + body.length).padStart(10, '0')} 00000 n \n`
      body += `${number} 0 obj\n${text}\nendobj\n\n`
    }
    const { root, info, id, startXref } = this.pdf
    const changed = createHash('sha256').update(body, 'latin1').digest('hex').slice(0, 32)
    const trailer = `<< /Size ${this.#size} /Root ${root} 0 R /Info ${info} 0 R /ID [${id} <${changed}>] /Prev ${startXref} >>`
    const end = `startxref\n${this.offset + body.length}\n%%EOF\n`
    return Buffer.from(`${body}${table}trailer\n${trailer}\n${end}`, 'latin1')
  }
}

/** Adds the page of an overlay as one drawing, with all that it needs, and returns the drawing's number. */
function addOverlay(update: Update, overlay: PlainPdf): number {
  const [page = -1] = pagesOf(overlay)
  const { text } = overlay.objectOf(page)
  const content = overlay.objectOf(numberOf(text, 'Contents'))
  const copied = new Map<number, number>()
  const copyOf = (number: number): number => {
    const known = copied.get(number)
    if (known !== undefined) return known
    const copy = update.reserve()
    copied.set(number, copy)
    const { text: own, stream } = overlay.objectOf(number)
    update.replace(copy, `${renumbered(own, copyOf)}${stream === null ? '' : `\nstream\n${stream}\nendstream`}`)
    return copy
  }
  const [, box = ''] = /\/MediaBox (\[[^\]]*\])/.exec(text) ?? []
  const resources = renumbered(resourcesOf(text), copyOf)
  const head = content.text.replace(/^<</, `<< /Type /XObject /Subtype /Form /BBox ${box} /Resources ${resources}`)
  return update.add(`${head}\nstream\n${content.stream ?? ''}\nendstream`)
}

function renumbered(text: string, numberOfCopy: (number: number) => number): string {
  return text.replace(/(\d+) 0 R/g, (_, number: string) => `${numberOfCopy(Number(number))} 0 R`)
}

/** Returns the numbers of all pages, in order. */
function pagesOf(pdf: PlainPdf): number[] {
  const below = (number: number): number[] => {
    const { text } = pdf.objectOf(number)
    const [, kids] = /\/Kids \[([^\]]*)\]/.exec(text) ?? []
    if (kids === undefined) return [number]
    return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => below(Number(kid)))
  }
  return below(numberOf(pdf.objectOf(pdf.root).text, 'Pages'))
}

/** Returns a page that draws its content, and then the overlay in the coordinates of the page. */
function markedPage(text: string, { before, after, mark }: { before: number; after: number; mark: number }): string {
  const resources = resourcesOf(text)
  const entry = `/${MARK} ${mark} 0 R`
  const own = /\/XObject <</.test(resources)
    ? resources.replace('/XObject <<', `/XObject << ${entry}`)
    : resources.replace('<<', `<< /XObject << ${entry} >>`)
  return text
    .replace(resources, () => own)
    .replace(/\/Contents (\d+ 0 R)/, (_, content: string) => `/Contents [${before} 0 R ${content} ${after} 0 R]`)
}

/** Returns the dictionary of the resources of a page. */
function resourcesOf(text: string): string {
  const begin = text.indexOf('<<', text.indexOf('/Resources'))
  let depth = 0
  for (const { 0: bracket, index } of text.slice(begin).matchAll(/<<|>>/g)) {
    depth += bracket === '<<' ? 1 : -1
    if (depth === 0) return text.slice(begin, begin + index + bracket.length)
  }
  throw new RangeError('this page has no resources')
}

function numberOf(text: string, name: string): number {
  const found = new RegExp(`/${name} (\\d+) 0 R`).exec(text)?.[1]
  if (found === undefined) throw new RangeError(`this PDF has no ${name}`)
  return Number(found)
}

function streamOf(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
}

/** Returns metadata that say for whom the copy is. */
function markedMetadata(xmp: string, rights: string): string {
  const said = `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escaped(rights)}</rdf:li></rdf:Alt></dc:rights>`
  const at = xmp.indexOf('</rdf:Description>')
  if (at < 0 || !xmp.includes('xmlns:dc=')) throw new RangeError('this PDF has no metadata')
  const content = `${xmp.slice(0, at)}${Buffer.from(said).toString('latin1')}${xmp.slice(at)}`
  return `<< /Type /Metadata /Subtype /XML /Length ${content.length} >>\nstream\n${content}\nendstream`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
