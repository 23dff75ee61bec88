import { parseByteRange } from './byte-range'
import { type Encoding, sayEncoding } from './encoding'
import { allowsRange, etagOf, isKnown } from './etag'

/** A body that may be sent again and again. */
export interface SentBody {
  body: Uint8Array<ArrayBuffer>
  /** Value of content-type. */
  type: string
  /** Value of cache-control. */
  caching: string
  /** ETag of the body, quoted; made of the body when not given. */
  etag?: string
  /** How the body is compressed; not given where it never is. */
  encoding?: Encoding
  /** Under which name a browser saves it, and whether it saves or shows it; not given where neither matters. */
  file?: { name: string; isShown: boolean } | null
  /** Other headers. */
  more?: Record<string, string>
}

/**
 * Sends a body: 200, 304 to whoever has it already, or a part of it (206, 416) where a range of an uncompressed body is
 * asked for. Without its bytes when asked by HEAD.
 */
export function sendBody(request: Request, sent: SentBody): Response {
  const { body, etag = etagOf(sent.body), caching, encoding } = sent
  const headers = new Headers({ ...sent.more, etag, 'cache-control': caching })
  if (encoding !== undefined) sayEncoding(headers, encoding)
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers })
  headers.set('content-type', sent.type)
  if (sent.file) headers.set('content-disposition', disposition(sent.file))
  if (encoding) return respond(request, 200, body, headers)
  headers.set('accept-ranges', 'bytes')
  return sendRange(request, body, etag, headers)
}

function sendRange(request: Request, body: Uint8Array<ArrayBuffer>, etag: string, headers: Headers): Response {
  const asked = request.method === 'GET' && allowsRange(request, etag) ? request.headers.get('range') : null
  const range = parseByteRange(asked, body.length)
  if (range === null) return respond(request, 200, body, headers)
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${body.length}` } })
  }
  headers.set('content-range', `bytes ${range.start}-${range.end - 1}/${body.length}`)
  return respond(request, 206, body.subarray(range.start, range.end), headers)
}

function respond(request: Request, status: number, body: Uint8Array<ArrayBuffer>, headers: Headers): Response {
  return new Response(request.method === 'HEAD' ? null : body, { status, headers })
}

/** Names are of our own making: letters, digits, dots and hyphens, which need no escape. */
function disposition({ name, isShown }: { name: string; isShown: boolean }): string {
  return `${isShown ? 'inline' : 'attachment'}; filename="${name}"`
}
