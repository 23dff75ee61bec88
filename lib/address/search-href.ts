import { isOneOf } from '@/lib/base/is-one-of'
import { LOCALES, type Locale } from '@/lib/base/locale'

/** All that decides an index: the same address gives the same one, for ever. */
export interface SearchAddress {
  /** Data version, 0 while nothing is loaded. */
  version: number
  stamp: string
  locale: Locale
  /** Code of the market whose weeks are found; absent for the first that has data. */
  market?: string
}

/** Returns "/search-index/v12.5f3a9c1e/zh.json", or "/search-index/v12.5f3a9c1e/US/zh.json" for a market that is asked for. */
export function searchHref({ version, stamp, locale, market }: SearchAddress): string {
  return `/search-index/v${version}.${stamp}/${market === undefined ? '' : `${market}/`}${locale}.json`
}

/** Reads the segments after `/search-index/`; null for what `searchHref` does not write. */
export function parseSearchPath(segments: readonly string[]): SearchAddress | null {
  const { version, stamp = '', locale, market } = PATH.exec(segments.join('/'))?.groups ?? {}
  if (!isOneOf(LOCALES, locale)) return null
  return { version: Number(version), stamp, locale, ...(market === undefined ? {} : { market }) }
}

const PATH =
  /^v(?<version>0|[1-9]\d{0,8})\.(?<stamp>[0-9a-f]{8}|none)(?:\/(?<market>[A-Za-z0-9][A-Za-z0-9._-]{0,63}))?\/(?<locale>[a-z]{2})\.json$/
