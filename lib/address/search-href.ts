import { isOneOf } from '@/lib/base/is-one-of'
import { LOCALES, type Locale } from '@/lib/base/locale'

/** All parameters of an index: the same address always gives the same index. */
export interface SearchAddress {
  /** Data version; 0 when nothing is loaded. */
  version: number
  stamp: string
  locale: Locale
  /** Code of the market whose weeks are in the index; the first one with data when absent. */
  market?: string
}

/** Returns "/search-index/v12.5f3a9c1e/zh.json", or "/search-index/v12.5f3a9c1e/US/zh.json" for a market. */
export function searchHref({ version, stamp, locale, market }: SearchAddress): string {
  return `/search-index/v${version}.${stamp}/${market === undefined ? '' : `${market}/`}${locale}.json`
}

/** Parses the segments after `/search-index/`; null for anything that `searchHref` does not write. */
export function parseSearchPath(segments: readonly string[]): SearchAddress | null {
  const { version, stamp = '', locale, market } = PATH.exec(segments.join('/'))?.groups ?? {}
  if (!isOneOf(LOCALES, locale)) return null
  return { version: Number(version), stamp, locale, ...(market === undefined ? {} : { market }) }
}

const PATH =
  /^v(?<version>0|[1-9]\d{0,8})\.(?<stamp>[0-9a-f]{8}|none)(?:\/(?<market>[A-Za-z0-9][A-Za-z0-9._-]{0,63}))?\/(?<locale>[a-z]{2})\.json$/
