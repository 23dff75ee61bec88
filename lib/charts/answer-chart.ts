import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FigureRequest, FigureRows } from '@/lib/report/figure'
import { paletteOf } from '@/lib/theme'
import { type ChartAddress, parseChartPath } from './address'
import { ByteCache } from './byte-cache'
import { figureOption } from './figure-option'
import { renderSvg } from './render-svg'
import { SIZES } from './sizes'

/** Rows of a figure; null when the version, the week or the code does not exist. */
type RowsSource = (request: FigureRequest) => Promise<FigureRows | null>

/**
 * Answers a request below `/charts/`: 200 with the picture or the rows, 304, or 404 with a short text.
 *
 * Not Next's static cache: that one would keep a 404 for a version that only exists tomorrow, and would write a file
 * for every address that a visitor makes up. This one is bounded, and holds bodies compressed.
 * @param segments the path after `/charts/`, as the router gives it.
 */
export async function answerChart(
  request: Request,
  segments: readonly string[],
  rowsOf: RowsSource,
): Promise<Response> {
  const address = parseChartPath(segments)
  if (address === null) return notFound()
  const answer = await answers.get(segments.join('/'), () => makeAnswer(address, rowsOf))
  return answer === null ? notFound() : respond(request, answer)
}

interface Answer {
  plain: Uint8Array<ArrayBuffer>
  gzipped: Uint8Array<ArrayBuffer>
  type: string
  etag: string
}

const answers = new ByteCache<Answer>(({ plain, gzipped }) => plain.length + gzipped.length + 500, 64_000_000)

async function makeAnswer(address: ChartAddress, rowsOf: RowsSource): Promise<Answer | null> {
  const rows = await rowsOf(address.request)
  if (rows === null) return null
  const plain = new Uint8Array(Buffer.from(address.form === 'rows' ? JSON.stringify(rows) : drawPicture(address, rows)))
  return {
    plain,
    gzipped: new Uint8Array(gzipSync(plain, { level: 9 })),
    type: address.form === 'rows' ? 'application/json; charset=utf-8' : 'image/svg+xml; charset=utf-8',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
  }
}

function drawPicture({ size, tone, colours, outline }: ChartAddress & { form: 'picture' }, rows: FigureRows): string {
  return renderSvg(figureOption(rows, { ...SIZES[size], palette: paletteOf(tone, colours) }, outline), SIZES[size])
}

function respond(request: Request, { plain, gzipped, type, etag }: Answer): Response {
  const headers = new Headers({ ...LASTING, etag })
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })
  headers.set('content-type', type)
  const takesGzip = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
  if (takesGzip) headers.set('content-encoding', 'gzip')
  const body = takesGzip ? gzipped : plain
  headers.set('content-length', String(body.length))
  return new Response(body, { headers })
}

const SAFE = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
}

/** The address names everything that the bytes depend on, so they never change. */
const LASTING = { ...SAFE, 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' }

function notFound(): Response {
  const headers = { ...SAFE, 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' }
  return new Response('No such chart.\n', { status: 404, headers })
}
