import { createHash } from 'node:crypto'

/** What the reader of a request may read. */
export interface ReadScope {
  /** Codes of the markets that may be read; null: all. */
  markets: readonly string[] | null
  /** Codes of the series that may be read, with the markets they are in; null: all series of the markets. */
  series: readonly string[] | null
  /** Whether data of weeks that are not published may be read. */
  drafts: boolean
}

/** The scope of the desk, and of everybody while nobody has to sign in. */
export const EVERYTHING: ReadScope = { markets: null, series: null, drafts: true }

/** What `scopeHash` returns for a scope without any limit. */
export const ALL = 'all'

const HASH_DIGITS = 32
const hashes = new WeakMap<ReadScope, string>([[EVERYTHING, ALL]])

/**
 * Returns "all", or 32 hexadecimal digits of the SHA-256 of a scope: equal scopes have one, in whatever order they name
 * their codes. It is a part of the key of everything that is kept and depends on the scope.
 */
export function scopeHash(scope: ReadScope): string {
  const known = hashes.get(scope)
  if (known !== undefined) return known
  const hash = isEverything(scope) ? ALL : hashOf(scope)
  hashes.set(scope, hash)
  return hash
}

/** Returns whether a scope leaves out some market or series. */
export function isLimited({ markets, series }: ReadScope): boolean {
  return markets !== null || series !== null
}

/** Returns whether a scope has a series, by its code and the code of its market. */
export function hasSeries({ markets, series }: ReadScope, own: { code: string; marketCode: string }): boolean {
  return (markets?.includes(own.marketCode) ?? true) && (series?.includes(own.code) ?? true)
}

function isEverything(scope: ReadScope): boolean {
  return scope.drafts && !isLimited(scope)
}

function hashOf({ markets, series, drafts }: ReadScope): string {
  const sorted = (codes: readonly string[] | null) => codes && [...new Set(codes)].sort()
  const text = JSON.stringify([sorted(markets), sorted(series), drafts])
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS)
}
