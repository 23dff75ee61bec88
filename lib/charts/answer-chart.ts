import { createHash } from 'node:crypto'
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
 * for every address that a visitor makes up. This one is bounded.
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
  body: Uint8Array<ArrayBuffer>
  type: string
  etag: string
}

const answers = new ByteCache<Answer>(({ body }) => body.length + 500, 64_000_000)

async function makeAnswer(address: ChartAddress, rowsOf: RowsSource): Promise<Answer | null> {
  const rows = await rowsOf(address.request)
  if (rows === null) return null
  const text = address.form === 'rows' ? JSON.stringify(rows, shortened) : drawPicture(address, rows)
  const body = new TextEncoder().encode(text)
  return {
    body,
    type: address.form === 'rows' ? 'application/json; charset=utf-8' : 'image/svg+xml; charset=utf-8',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
  }
}

function drawPicture({ size, tone, colours, outline }: ChartAddress & { form: 'picture' }, rows: FigureRows): string {
  return renderSvg(figureOption(rows, { ...SIZES[size], palette: paletteOf(tone, colours) }, outline), SIZES[size])
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
