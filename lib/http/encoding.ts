import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** How a body is compressed that is made once and sent often. */
export type Encoding = 'gzip' | null

const compress = promisify(gzip)
/** Bytes; of less, compression saves nothing. */
const LEAST_GZIPPED = 500

/**
 * What may be sent to whoever asked. Next drops the content-encoding of an answer, and then compresses it again: our own
 * server in front of it (lib/boot/web/next-server.mjs) says what is read, and puts back what `sayEncoding` says. Where it
 * does not stand in front, as in development, that is nothing.
 */
export function encodingOf(request: Request): Encoding {
  return request.headers.get('x-may-encode') === 'gzip' ? 'gzip' : null
}

/** The body as it is to be kept and sent, and how it came out: what is short stays as it is. */
export async function encode(
  plain: Uint8Array<ArrayBuffer>,
  wanted: Encoding,
): Promise<{ body: Uint8Array<ArrayBuffer>; encoding: Encoding }> {
  if (wanted === null || plain.length < LEAST_GZIPPED) return { body: plain, encoding: null }
  return { body: new Uint8Array(await compress(plain, { level: 6 })), encoding: wanted }
}

export function sayEncoding(headers: Headers, encoding: Encoding): void {
  headers.set('vary', 'accept-encoding')
  if (encoding !== null) headers.set('x-encoded', encoding)
}
