import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** The compression of a body that is made once and sent often. */
export type Encoding = 'gzip' | null

const compress = promisify(gzip)
/** Compression of a smaller body saves nothing. */
const GZIP_MIN_BYTES = 500

/**
 * Returns the compression that the client accepts. Next drops the content-encoding of an answer and compresses it
 * again, so our server in front of it (lib/boot/web/next-server.ts) passes on the accepted compression and restores
 * the header of `setEncoding`. Without that server, as in development, it is null.
 */
export function encodingOf(request: Request): Encoding {
  return request.headers.get('x-may-encode') === 'gzip' ? 'gzip' : null
}

/** Compresses a body unless it is short. */
export async function encode(
  plain: Uint8Array<ArrayBuffer>,
  wanted: Encoding,
): Promise<{ body: Uint8Array<ArrayBuffer>; encoding: Encoding }> {
  if (wanted === null || plain.length < GZIP_MIN_BYTES) return { body: plain, encoding: null }
  return { body: new Uint8Array(await compress(plain, { level: 6 })), encoding: wanted }
}

export function setEncoding(headers: Headers, encoding: Encoding): void {
  headers.set('vary', 'accept-encoding')
  if (encoding !== null) headers.set('x-encoded', encoding)
}

/**
 * Sets content-length, which Next drops, too: our server in front of it restores the header. Only for a body that nothing
 * compresses on the way.
 */
export function setLength(headers: Headers, bytes: number): void {
  headers.set('x-length', String(bytes))
}
