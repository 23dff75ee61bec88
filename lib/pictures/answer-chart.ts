import { type ChartAddress, type PictureAddress, parseChartPath, type RowsFile } from '@/lib/address/chart-address'
import type { Frame } from '@/lib/charts/frame'
import { renderPng } from '@/lib/charts/render-png'
import { paletteOf } from '@/lib/charts/theme'
import { composeFigure } from '@/lib/figures/compose-figure'
import { drawFigure } from '@/lib/figures/draw-figure'
import { drawSheet } from '@/lib/figures/draw-sheet'
import type { FigureCaption, FigureRequest } from '@/lib/figures/figure-request'
import type { FigureRows } from '@/lib/figures/kinds/figure-kind'
import type { FigureData } from '@/lib/figures/registry'
import { SIZES } from '@/lib/figures/rows/sizes'
import type { SheetRequest } from '@/lib/figures/sheet'
import { BoundedCache } from '@/lib/http/bounded-cache'
import { FOR_EVER } from '@/lib/http/caching'
import { type Encoding, encode, encodingOf } from '@/lib/http/encoding'
import { etagOf } from '@/lib/http/etag'
import { plainText } from '@/lib/http/plain-text'
import { sendBody } from '@/lib/http/send-body'

/** Source of the rows; null when the version, the week or the code does not exist. */
export interface ChartSource {
  figure(request: FigureRequest): Promise<FigureRows | null>
  sheet(request: SheetRequest): Promise<(FigureData | null)[] | null>
  /** The texts around an exported figure. */
  caption(request: FigureRequest, rows: FigureRows): Promise<FigureCaption>
  /** The rows as a table file, in the language of the request. */
  table(request: FigureRequest, rows: FigureRows, file: 'csv' | 'xlsx'): Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Answers a request below `/charts/`: 200 with the picture or the rows, 304, or 404 with a short text.
 *
 * Does not use Next's static cache: it would keep a 404 for a version that exists later, and would write a file for
 * every invented address. This cache has a limit.
 * @param segments the path after `/charts/`, as the router gives it.
 */
export async function answerChart(
  request: Request,
  segments: readonly string[],
  source: ChartSource,
): Promise<Response> {
  const address = parseChartPath(segments)
  if (address === null) return notFound()
  const wanted = encodingOf(request)
  const answer = await answers.get([...segments, wanted].join('/'), () => makeAnswer(address, source, wanted))
  return answer === null ? notFound() : respond(request, answer)
}

interface Answer {
  /** Compressed once, if the client accepts it, and stored compressed. */
  body: Uint8Array<ArrayBuffer>
  encoding: Encoding
  type: string
  etag: string
  /** File name for the browser's download; null for pictures on pages. */
  fileName: string | null
}

const answers = new BoundedCache<Answer>(({ body }) => body.length + 500, 64_000_000, 'charts')

async function makeAnswer(address: ChartAddress, source: ChartSource, wanted: Encoding): Promise<Answer | null> {
  const made = await bodyOf(address, source)
  if (made === null) return null
  const type = typeOf(address)
  const plain = typeof made === 'string' ? new TextEncoder().encode(made) : made
  const { body, encoding } = await encode(plain, type === 'png' || type === 'xlsx' ? null : wanted)
  return {
    body,
    encoding,
    type: TYPES[type],
    etag: etagOf(body),
    fileName: fileNameOf(address),
  }
}

const TYPES: Record<'svg' | 'png' | RowsFile, string> = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

function typeOf(address: ChartAddress): keyof typeof TYPES {
  return address.form === 'picture' || address.form === 'sheet' ? 'svg' : address.file
}

async function bodyOf(address: ChartAddress, source: ChartSource): Promise<string | Uint8Array<ArrayBuffer> | null> {
  if (address.form === 'sheet') {
    const figures = await source.sheet(address.request)
    return figures && drawSheet(figures, frameOf(address))
  }
  const { request } = address
  const rows = await source.figure(request)
  if (rows === null) return null
  if (address.form === 'rows')
    return address.file === 'json' ? JSON.stringify(rows, roundedNumber) : source.table(request, rows, address.file)
  const { outline } = address
  const frame = { ...frameOf(address), ...(outline && { outline }) }
  const picture = drawFigure({ kind: request.kind, rows }, frame)
  if (address.form === 'picture') return picture
  const caption = await source.caption(request, rows)
  const figure = composeFigure({ picture, size: SIZES[address.size], caption, palette: frame.palette })
  return address.file === 'png' ? renderPng(figure) : figure
}

/** Returns the name of a downloaded file: "intraday-skewness-legs-2024-08-30-v12.png". */
function fileNameOf(address: ChartAddress): string | null {
  if (address.form === 'picture' || address.form === 'sheet') return null
  if (address.file === 'json') return null
  const { code, kind, asOf, version } = address.request
  return `${code}-${kind}-${asOf}-v${version}.${address.file}`
}

function frameOf({ size, tone, colours }: Pick<PictureAddress, 'size' | 'tone' | 'colours'>): Frame {
  return { ...SIZES[size], palette: paletteOf(tone, colours) }
}

/** Rounds to seven significant digits: more than a chart can show, and half the length of a double. */
function roundedNumber(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(7)) : value
}

function respond(request: Request, { fileName, ...answer }: Answer): Response {
  const file = fileName === null ? null : { name: fileName, isShown: true }
  return sendBody(request, { ...answer, caching: FOR_EVER, file, more: SAFE })
}

const SAFE = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
}

function notFound(): Response {
  return plainText(404, 'No such chart.', SAFE)
}
