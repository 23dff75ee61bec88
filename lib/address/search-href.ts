import { isOneOf } from '@/lib/base/is-one-of'
import { LOCALES, type Locale } from '@/lib/base/locale'

/** All that decides an index: the same address gives the same one, for ever. */
export interface PaletteAddress {
  /** Data version, 0 while nothing is loaded. */
  version: number
  stamp: string
  locale: Locale
}

/** "/palette/v12.5f3a9c1e/zh.json". */
export function paletteHref({ version, stamp, locale }: PaletteAddress): string {
  return `/palette/v${version}.${stamp}/${locale}.json`
}

/** Reads the segments after `/palette/`; null for what `paletteHref` does not write. */
export function parsePalettePath(segments: readonly string[]): PaletteAddress | null {
  const { version, stamp = '', locale } = PATH.exec(segments.join('/'))?.groups ?? {}
  return isOneOf(LOCALES, locale) ? { version: Number(version), stamp, locale } : null
}

const PATH = /^v(?<version>0|[1-9]\d{0,8})\.(?<stamp>[0-9a-f]{8}|none)\/(?<locale>[a-z]{2})\.json$/
