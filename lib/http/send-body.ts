import { parseByteRange } from './byte-range'
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
  /** The name under which a browser saves the body, and whether it shows the body instead. */
  file?: { name: string; isShown: boolean } | null
  /** Other headers. */
  more?: Record<string, string>
}

/**
 * Sends a body: 200, 304 if the client has it already, or a range (206, 416) on request. HEAD gets no bytes. Our server in
 * front of Next compresses the answer and keeps it (lib/boot/web/front-server.ts).
 */
export function sendBody(request: Request, sent: SentBody): Response {
  const { etag = etagOf(sent.body), caching } = sent
  const headers = new Headers({ ...sent.more, etag, 'cache-control': caching })
  if (isKnown(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  headers.set('content-type', sent.type)
  if (sent.file) headers.set('content-disposition', disposition(sent.file))
  headers.set('accept-ranges', 'bytes')
  return sendRange(request, sent, etag, headers)
}

function sendRange(request: Request, { body }: SentBody, etag: string, headers: Headers): Response {
  const rangeHeader = request.method === 'GET' && allowsRange(request, etag) ? request.headers.get('range') : null
  const range = parseByteRange(rangeHeader, body.length)
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${body.length}` } })
  }
  if (range === null) return respond(request, 200, body, headers)
  headers.set('content-range', `bytes ${range.start}-${range.end - 1}/${body.length}`)
  return respond(request, 206, body.subarray(range.start, range.end), headers)
}

function respond(request: Request, status: number, body: Uint8Array<ArrayBuffer>, headers: Headers): Response {
  return new Response(request.method === 'HEAD' ? null : body, { status, headers })
}

/** Returns content-disposition. Names need no escape: they have only letters, digits, dots and hyphens. */
function disposition({ name, isShown }: { name: string; isShown: boolean }): string {
  return `${isShown ? 'inline' : 'attachment'}; filename="${name}"`
}
