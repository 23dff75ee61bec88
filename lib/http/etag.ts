import { createHash } from 'node:crypto'

/** Returns the strong ETag of a body: 22 characters of its SHA-256, quoted. */
export function etagOf(body: Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

/** Returns the weak form of an ETag, for a compressed body: other bytes with the same meaning (RFC 9110, 8.8.1). */
export function weakEtag(etag: string): string {
  return `W/${withoutWeakness(etag)}`
}

/**
 * Returns whether If-None-Match matches this ETag, in a list, as a weak tag or as `*` (RFC 9110, 13.1.2).
 * @param ifNoneMatch value of the header; null or undefined without one
 */
export function isKnown(ifNoneMatch: string | null | undefined, etag: string): boolean {
  if (ifNoneMatch === null || ifNoneMatch === undefined) return false
  return ifNoneMatch.trim() === '*' || tagsOf(ifNoneMatch).some((tag) => withoutWeakness(tag) === withoutWeakness(etag))
}

/** Returns whether a range may be sent: If-Range is absent or names exactly this strong ETag (RFC 9110, 13.1.5). */
export function allowsRange(request: Request, etag: string): boolean {
  const header = request.headers.get('if-range')
  return header === null || header.trim() === etag
}

function tagsOf(header: string): string[] {
  return header.match(/(?:W\/)?"[^"]*"/g) ?? []
}

function withoutWeakness(tag: string): string {
  return tag.replace(/^W\//, '')
}
