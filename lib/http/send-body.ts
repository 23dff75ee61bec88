import { parseByteRange } from './byte-range'
import { type Encoding, setEncoding, setLength } from './encoding'
import { allowsRange, etagOf, isKnown } from './etag'

/** A body to send, with its headers. */
export interface SentBody {
  body: Uint8Array<ArrayBuffer>
  /** Value of content-type. */
  type: string
  /** Value of cache-control. */
  caching: string
  /** ETag of the body, quoted; by default computed from the body. */
  etag?: string
  /** Compression of the body; undefined if it is never compressed. */
  encoding?: Encoding
  /** The name under which a browser saves the body, and whether it shows the body instead. */
  file?: { name: string; isShown: boolean } | null
  /** Sends content-length, which programs that read ranges need; for types that nothing compresses on the way. */
  isSized?: boolean
  /** Other headers. */
  more?: Record<string, string>
}

/**
 * Sends a body: 200, 304 if the client has it already, or a range of an uncompressed body (206, 416) on request. HEAD
 * gets no bytes.
 */
export function sendBody(request: Request, sent: SentBody): Response {
  const { body, etag = etagOf(sent.body), caching, encoding } = sent
  const headers = new Headers({ ...sent.more, etag, 'cache-control': caching })
  if (encoding !== undefined) setEncoding(headers, encoding)
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers })
  headers.set('content-type', sent.type)
  if (sent.file) headers.set('content-disposition', disposition(sent.file))
  if (encoding) return respond(request, 200, body, headers)
  headers.set('accept-ranges', 'bytes')
  return sendRange(request, sent, etag, headers)
}

function sendRange(request: Request, { body, isSized = false }: SentBody, etag: string, headers: Headers): Response {
  const rangeHeader = request.method === 'GET' && allowsRange(request, etag) ? request.headers.get('range') : null
  const range = parseByteRange(rangeHeader, body.length)
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${body.length}` } })
  }
  const part = range === null ? body : body.subarray(range.start, range.end)
  if (isSized) setLength(headers, part.length)
  if (range === null) return respond(request, 200, part, headers)
  headers.set('content-range', `bytes ${range.start}-${range.end - 1}/${body.length}`)
  return respond(request, 206, part, headers)
}

function respond(request: Request, status: number, body: Uint8Array<ArrayBuffer>, headers: Headers): Response {
  return new Response(request.method === 'HEAD' ? null : body, { status, headers })
}

/** Returns content-disposition. Names need no escape: they have only letters, digits, dots and hyphens. */
function disposition({ name, isShown }: { name: string; isShown: boolean }): string {
  return `${isShown ? 'inline' : 'attachment'}; filename="${name}"`
}
