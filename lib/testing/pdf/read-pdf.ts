/** For tests: reads texts, bookmarks and links of a PDF. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPdf {
  /** Pages, each a list of printed lines from the top, NFKC, without break opportunities. */
  pages: string[][]
  /** Widths and heights of the pages in points, as "595x842". */
  sizes: string[]
  /** The same pages in reading order, without any space. */
  texts: string[]
  /** Titles of the bookmarks with their target pages, from 1. */
  bookmarks: { title: string; page: number }[]
  /** Target pages, from 1, of the links of each page. */
  links: number[][]
  language: string | null
  title: string
  author: string
  isTagged: boolean
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, isEvalSupported: false })
  const pdf = await task.promise
  const pageOf = async (target: string | unknown[] | null) => {
    const explicit = typeof target === 'string' ? await pdf.getDestination(target) : target
    const reference: unknown = explicit?.[0]
    return isReference(reference) ? (await pdf.getPageIndex(reference)) + 1 : 0
  }
  const pages: string[][] = []
  const texts: string[] = []
  const sizes: string[] = []
  const links: number[][] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const pieces = (await page.getTextContent()).items.filter((piece) => 'str' in piece)
    pages.push(linesOf(pieces))
    const { width, height } = page.getViewport({ scale: 1 })
    sizes.push(`${Math.round(width)}x${Math.round(height)}`)
    texts.push(bare(pieces.map(({ str }) => str).join('')))
    const annotations: { dest?: string | unknown[] }[] = await page.getAnnotations()
    links.push(await Promise.all(annotations.map(({ dest }) => pageOf(dest ?? null))))
  }
  const outline = (await pdf.getOutline()) ?? []
  const flat = outline.flatMap((entry) => [entry, ...entry.items])
  const bookmarks = await Promise.all(flat.map(async ({ title, dest }) => ({ title, page: await pageOf(dest) })))
  const metadata = await pdf.getMetadata()
  const info: { Title?: string; Author?: string; Language?: string } = metadata.info
  const isTagged = (await pdf.getMarkInfo())?.Marked === true
  await task.destroy()
  const { Title = '', Author = '', Language = null } = info
  return { pages, sizes, texts, bookmarks, links, language: Language, title: Title, author: Author, isTagged }
}

/** Normalises text to NFKC without spaces, since lines may break and have gaps anywhere. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b]/g, '')
}

interface Piece {
  str: string
  transform: number[]
}

/** Joins pieces of equal height to lines, from left to right. */
function linesOf(pieces: Piece[]): string[] {
  const lines = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const height = Math.round(piece.transform[5] ?? 0)
    lines.set(height, [...(lines.get(height) ?? []), piece])
  }
  return [...lines.entries()]
    .sort(([a], [b]) => b - a)
    .map(([, line]) => line.sort((a, b) => (a.transform[4] ?? 0) - (b.transform[4] ?? 0)))
    .map((line) =>
      line
        .map(({ str }) => str)
        .join(' ')
        .normalize('NFKC')
        .replaceAll('\u200b', '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
}

function isReference(candidate: unknown): candidate is { num: number; gen: number } {
  return typeof candidate === 'object' && candidate !== null && 'num' in candidate && 'gen' in candidate
}
