/**
 * What the server in front hands over to the process of Next with a request. The context of a request (who reads, in which
 * scope, of which data version) does not pass from one process to another by itself.
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { Reader } from '@/lib/access/reader'
import type { VersionSeen } from '@/lib/db/known-version'
import type { ReadScope } from '@/lib/scope/read-scope'

/** The header that holds it. Only the two processes reach the socket between them. */
export const HANDED_OVER = 'x-factor-weekly-handed-over'
/** The header of an answer that Next did not give. */
export const FAILED = 'x-factor-weekly-failed'
/** The address of the metrics of the process of Next, as JSON. */
export const METRICS_PATH = '/metrics'
/** The address that is always answered at once, with nothing. */
export const PING_PATH = '/ping'
/** Scopes name many series, and policies many scripts: both headers may be longer than those of other servers. */
export const HEADERS_MAX_BYTES = 4_000_000

export interface HandedOver {
  /** As the client has sent them. */
  method: string
  url: string
  requestId: string | undefined
  scope: ReadScope
  /** Who sends the request, null for somebody who has not signed in; undefined when everybody may read everything. */
  reader: Reader | null | undefined
  /** What the server in front knows of the newest data version; null when it knows none. */
  version: VersionSeen | null
  /** Since when the database has not answered the server in front, as Date.now(); null when it does. */
  silentSince: number | null
  /** Headers that continue a trace. */
  trace: Record<string, string>
}

/** Returns the value of the header. */
export function packHandedOver(handedOver: HandedOver): string {
  return Buffer.from(JSON.stringify(handedOver)).toString('base64')
}

/** Takes the header out of those of a request. @throws RangeError when it is not there */
export function takeHandedOver(headers: IncomingHttpHeaders): HandedOver {
  const { [HANDED_OVER]: packed } = headers
  if (typeof packed !== 'string') throw new RangeError('the request does not come from the server in front')
  delete headers[HANDED_OVER]
  return JSON.parse(Buffer.from(packed, 'base64').toString()) as HandedOver
}
