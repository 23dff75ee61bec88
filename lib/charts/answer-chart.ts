import { createHash } from 'node:crypto'
import type { FigureRequest, FigureRows, SheetRequest } from '@/lib/report/figure'
import { paletteOf } from '@/lib/theme'
import { type ChartAddress, type PictureAddress, parseChartPath } from './address'
import { ByteCache } from './byte-cache'
import { drawSheet } from './draw-sheet'
import { figureOption } from './figure-option'
import type { Frame } from './frame'
import { renderSvg } from './render-svg'
import { SIZES } from './sizes'

/** Where rows come from; null when the version, the week or the code does not exist. */
interface RowsSource {
  figure(request: FigureRequest): Promise<FigureRows | null>
  sheet(request: SheetRequest): Promise<(FigureRows | null)[] | null>
}

/**
 * Answers a request below `/charts/`: 200 with the picture or the rows, 304, or 404 with a short text.
 *
 * Not Next's static cache: that one would keep a 404 for a version that only exists tomorrow, and would write a file
 * for every address that a visitor makes up. This one is bounded.
 * @param segments the path after `/charts/`, as the router gives it.
 */
export async function answerChart(
  request: Request,
  segments: readonly string[],
  source: RowsSource,
): Promise<Response> {
  const address = parseChartPath(segments)
  if (address === null) return notFound()
  const answer = await answers.get(segments.join('/'), () => makeAnswer(address, source))
  return answer === null ? notFound() : respond(request, answer)
}

interface Answer {
  body: Uint8Array<ArrayBuffer>
  type: string
  etag: string
}

const answers = new ByteCache<Answer>(({ body }) => body.length + 500, 64_000_000)

async function makeAnswer(address: ChartAddress, source: RowsSource): Promise<Answer | null> {
  const text = await textOf(address, source)
  if (text === null) return null
  const body = new TextEncoder().encode(text)
  return {
    body,
    type: address.form === 'rows' ? 'application/json; charset=utf-8' : 'image/svg+xml; charset=utf-8',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
  }
}

async function textOf(address: ChartAddress, source: RowsSource): Promise<string | null> {
  if (address.form === 'sheet') {
    const rows = await source.sheet(address.request)
    return rows && drawSheet(rows, frameOf(address))
  }
  const rows = await source.figure(address.request)
  if (rows === null || address.form === 'rows') return rows && JSON.stringify(rows, shortened)
  return renderSvg(figureOption(rows, frameOf(address), address.outline), SIZES[address.size])
}

function frameOf({ size, tone, colours }: Pick<PictureAddress, 'size' | 'tone' | 'colours'>): Frame {
  return { ...SIZES[size], palette: paletteOf(tone, colours) }
}

/** Seven significant digits are more than a chart can show, and half of what a double would write. */
function shortened(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(7)) : value
}

function respond(request: Request, { body, type, etag }: Answer): Response {
  const headers = new Headers({ ...SAFE, etag, 'content-type': type, 'cache-control': FOR_EVER })
  const isKnown = request.headers.get('if-none-match')?.includes(etag) ?? false
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}

const SAFE = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
}

/** The address names everything that the bytes depend on, so they never change. */
const FOR_EVER = 'public, max-age=31536000, immutable'

function notFound(): Response {
  const headers = { ...SAFE, 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' }
  return new Response('No such chart.\n', { status: 404, headers })
}
