/**
 * Pictures of pages of the report, beside those in `snapshots/`. The pages are what the same compiler sets from the same
 * document as SVG, glyphs as outlines of the product's own fonts: no browser and no font of the machine plays a part.
 * FACTOR_WEEKLY_PICTURES=new writes them anew: look at them then.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoInputs, readDemo } from '@/lib/report/demo-inputs'
import { LOCALES } from '@/lib/view'
import { typesetPicture } from './compiler'
import { typesettingOf } from './make-pdf'
import { reportJob } from './report-job'
import { SAMPLE_PUBLISHER } from './sample-publisher'

const PAGES = { cover: 1, contents: 2, tables: 3, factor: 4, portfolios: 11 }
const A4_PT = { width: 595.28, height: 841.89 }
const SNAPSHOTS = join(import.meta.dirname, 'snapshots')
/** Of all pixels, as for the pages of the web. */
const DIFFERENT_MAX = 0.002
/** Of 255: less is the rounding of another processor. */
const CHANNEL_TOLERANCE = 24

describe.each(LOCALES)('pages of the report in %s', (locale) => {
  let pages: string

  beforeAll(async () => {
    const inputs = demoInputs(await readDemo(), '2024-08-30', { locale })
    pages = typesetPicture(typesettingOf(reportJob(inputs, 'red', SAMPLE_PUBLISHER)))
  }, 120_000)

  it.each(Object.entries(PAGES))(
    'the page of the %s looks as it did',
    (name, number) => {
      const picture = new Resvg(pageOf(pages, number), {
        background: '#fff',
        font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'Noto Sans SC' },
      }).render()
      const file = join(SNAPSHOTS, `${name}-${locale}.png`)
      if (process.env.FACTOR_WEEKLY_PICTURES === 'new') {
        mkdirSync(SNAPSHOTS, { recursive: true })
        writeFileSync(file, picture.asPng())
      }
      expect(existsSync(file), file).toBe(true)
      expect(shareOfDifferent(picture.pixels, pixelsOf(readFileSync(file)))).toBeLessThan(DIFFERENT_MAX)
    },
    60_000,
  )
})

/** One of the pages, a pixel a point. The others are left out: resvg stops at what lies outside of its canvas. */
function pageOf(pages: string, number: number): string {
  const bodies = pages.match(/^ {4}<g\b[^>]*>[\s\S]*?^ {4}<\/g>/gm) ?? []
  const glyphs = pages.match(/^ {4}<defs\b[^>]*>[\s\S]*?^ {4}<\/defs>/gm) ?? []
  const body = bodies[number - 1]?.replace(/ transform="[^"]*"/, '')
  if (body === undefined) throw new RangeError(`there are ${bodies.length} pages, not ${number}`)
  const namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
  const size = `viewBox="0 0 ${A4_PT.width} ${A4_PT.height}" width="${A4_PT.width}" height="${A4_PT.height}"`
  return `<svg ${namespaces} ${size}>${body}${glyphs.join('')}</svg>`
}

/** Charts are pictures in the picture, whose words are still text. */
function fontFiles(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  return ['400Regular', '500Medium', '700Bold'].map((weight) => join(folder, weight, `NotoSansSC_${weight}.ttf`))
}

/** RGBA of a PNG that `pageOf` gave. */
function pixelsOf(png: Buffer): Uint8Array {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const href = `data:image/png;base64,${png.toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${href}" width="${width}" height="${height}"/></svg>`
  return new Resvg(svg).render().pixels
}

function shareOfDifferent(one: Uint8Array, other: Uint8Array): number {
  if (one.length !== other.length) return 1
  let different = 0
  for (let at = 0; at < one.length; at += 4) {
    const isSame = [0, 1, 2].every(
      (channel) => Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 0)) <= CHANNEL_TOLERANCE,
    )
    if (!isSame) different += 1
  }
  return (4 * different) / one.length
}
