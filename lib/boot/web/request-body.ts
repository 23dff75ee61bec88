import type { IncomingMessage } from 'node:http'
import { finished } from 'node:stream/promises'

/** The whole body of a request, one that is still to be read, or null for none. */
export type RequestBody = Buffer | IncomingMessage | null

/** Methods whose body, if there is one, means nothing. */
export const READ_METHODS = ['GET', 'HEAD', 'OPTIONS']
/** Forms and orders are shorter; files and texts of the desk may be longer. */
const SHORT_BYTES_MAX = 64_000
const RECEIVE_MAX_MS = 30_000

/**
 * Returns the body of a request: a short one when the whole of it has arrived, so that many clients that send theirs slowly take
 * no place from others; a longer one, and one of unknown length, to be read as it comes.
 * @throws an AbortError when a short body has not arrived in time, and the errors of a connection that ends before
 */
export async function bodyOf(request: IncomingMessage, maxMs = RECEIVE_MAX_MS): Promise<RequestBody> {
  const { method = '', headers } = request
  if (READ_METHODS.includes(method)) return null
  const { 'content-length': length, 'transfer-encoding': encoding } = headers
  // Without either header there is no body.
  const isLong = encoding !== undefined || (length !== undefined && Number(length) > SHORT_BYTES_MAX)
  if (isLong) return request
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  await finished(request, { signal: AbortSignal.timeout(maxMs) })
  return Buffer.concat(parts)
}

/** Returns whether an error of `bodyOf` says that the body is late. */
export function isLate(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
