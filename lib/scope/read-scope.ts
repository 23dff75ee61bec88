import { createHash } from 'node:crypto'

/** The last date that may be read, ISO: one for all markets, or one by market; a market without one then has no data. */
type LastDates = string | Readonly<Record<string, string>>

/** What the reader of a request may read. */
export interface ReadScope {
  /** Codes of the markets that may be read; null: all. */
  markets: readonly string[] | null
  /** Codes of the series that may be read, with the markets they are in; null: all series of the markets. */
  series: readonly string[] | null
  /** Whether data of weeks that are not published may be read. */
  drafts: boolean
  /** No data after this date exist for the reader; null: no bound. */
  until: LastDates | null
  /** Last trading days of the only weeks that have pages; null or absent: all. */
  weeks?: readonly string[] | null
  /** The share link by which its reader reads; absent for everybody else. */
  share?: SharedReading
}

/** What a share link shows, and to whom. */
export interface SharedReading {
  /** Id of the link. */
  id: string
  /** Name of the client, which stands on each page and document. */
  client: string
  /** Code of the market. */
  market: string
  /** The only data version that may be read, with its stamp. */
  version: number
  stamp: string
  shown: SharedEdition | SharedSeries
  /** Last day of the link, ISO date in UTC. */
  expires: string
}

/** One edition of a week; later ones are not shown. */
export interface SharedEdition {
  kind: 'edition'
  /** Last trading day of the week, ISO date. */
  asOf: string
  number: number
  convention: string
  /** When the edition was published, ISO date in UTC. */
  published: string
  /** What became of the week since; null while the edition is its newest. */
  later: 'corrected' | 'withdrawn' | null
}

/** One factor or portfolio. */
export interface SharedSeries {
  kind: 'series'
  code: string
  page: 'factors' | 'portfolios'
}

/** The scope of the desk, and of everybody while nobody has to sign in. */
export const EVERYTHING: ReadScope = { markets: null, series: null, drafts: true, until: null }

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

/** Returns whether a scope leaves out some market or series. What a share link shows always does. */
export function isLimited({ markets, series }: ReadScope): boolean {
  return markets !== null || series !== null
}

/** Returns whether a scope leaves out some market, series or date. */
export function isPart(scope: ReadScope): boolean {
  return scope.until !== null || isLimited(scope)
}

/** Returns whether a scope has a series, by its code and the code of its market. */
export function hasSeries({ markets, series }: ReadScope, own: { code: string; marketCode: string }): boolean {
  return (markets?.includes(own.marketCode) ?? true) && (series?.includes(own.code) ?? true)
}

/** Returns the last date up to `date` of which data of a market may be read; null when it has none. Dates are ISO dates. */
export function readableUpTo({ until }: ReadScope, market: string, date: string): string | null {
  if (until === null) return date
  const last = typeof until === 'string' ? until : Object.hasOwn(until, market) ? until[market] : undefined
  if (last === undefined) return null
  return last < date ? last : date
}

/** Returns whether data of a date may be read in a market. */
export function isWithin(scope: ReadScope, market: string, date: string): boolean {
  return readableUpTo(scope, market, date) === date
}

function isEverything(scope: ReadScope): boolean {
  const { drafts, weeks = null, share } = scope
  return drafts && !isPart(scope) && weeks === null && share === undefined
}

function hashOf({ markets, series, drafts, until, weeks = null, share }: ReadScope): string {
  const sorted = (codes: readonly string[] | null) => codes && [...new Set(codes)].sort()
  const dates = until === null || typeof until === 'string' ? until : Object.entries(until).sort()
  const text = JSON.stringify([sorted(markets), sorted(series), drafts, dates, sorted(weeks), share ?? null])
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_DIGITS)
}
