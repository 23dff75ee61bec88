/**
 * Compares pages of the report with those in `snapshots/`: pdfjs draws the PDF with its embedded fonts.
 * FACTOR_WEEKLY_PICTURES=new replaces the snapshots; check them then.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/base/locale'
import { reportJob } from '@/lib/pdf/document/report-job'
import { SAMPLE_PRINT } from '@/lib/testing/pdf/sample-publisher'
import { demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { makePdf } from './make-pdf'

const PAGES = { cover: 1, tables: 2, risk: 3, contents: 4, factor: 5, portfolios: 12 }
const SNAPSHOTS = join(import.meta.dirname, 'snapshots')
/** Share of all pixels, as for the web pages. */
const DIFFERENT_MAX = 0.002
/** Difference of a channel, out of 255; smaller ones come from rounding on other processors. */
const CHANNEL_TOLERANCE = 24

describe.each(LOCALES)('pages of the report in %s', (locale) => {
  let pdf: PDFDocumentProxy

  beforeAll(async () => {
    const inputs = demoInputs(await readDemo(), '2024-08-30', { locale })
    const { bytes } = makePdf(reportJob(inputs, SAMPLE_PRINT))
    pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, isEvalSupported: false }).promise
  }, 120_000)

  afterAll(() => pdf.destroy())

  it.each(Object.entries(PAGES))(
    'the page of the %s looks as it did',
    async (name, number) => {
      const picture = await draw(pdf, number)
      const file = join(SNAPSHOTS, `${name}-${locale}.png`)
      if (process.env.FACTOR_WEEKLY_PICTURES === 'new') {
        mkdirSync(SNAPSHOTS, { recursive: true })
        writeFileSync(file, picture.toBuffer('image/png'))
      }
      const known = await loadImage(file)
      expect([picture.width, picture.height]).toEqual([known.width, known.height])
      const kept = createCanvas(known.width, known.height)
      kept.getContext('2d').drawImage(known, 0, 0)
      expect(shareOfDifferent(pixelsOf(picture), pixelsOf(kept))).toBeLessThan(DIFFERENT_MAX)
    },
    60_000,
  )
})

/** Draws a page with one pixel for each point. */
async function draw(pdf: PDFDocumentProxy, number: number): Promise<Canvas> {
  const page = await pdf.getPage(number)
  const viewport = page.getViewport({ scale: 1 })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const canvasContext: unknown = canvas.getContext('2d')
  if (!drawsAsInBrowser(canvasContext)) throw new TypeError('not a context to draw on')
  await page.render({ canvasContext, viewport }).promise
  return canvas
}

/** Returns whether the context has all that pdfjs needs; pdfjs supports this canvas outside browsers. */
function drawsAsInBrowser(context: unknown): context is CanvasRenderingContext2D {
  return typeof context === 'object' && context !== null && 'drawImage' in context && 'setTransform' in context
}

function pixelsOf(canvas: Canvas): Uint8ClampedArray {
  return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
}

function shareOfDifferent(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  let different = 0
  for (let at = 0; at < one.length; at += 4) {
    const isSame = [0, 1, 2].every(
      (channel) => Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 255)) <= CHANNEL_TOLERANCE,
    )
    if (!isSame) different += 1
  }
  return (4 * different) / one.length
}
