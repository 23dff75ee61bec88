/** What an address asks of one page alone, as typed: { from: "2020-01-01" }. Names are letters, digits and underscores. */
export type PageParameters = Readonly<Record<string, string>>

/**
 * "/factors/intraday-skewness" with what is asked of it: "/factors/intraday-skewness?from=2020-01-01". `addressOf` takes it
 * as a path.
 * @param parameters null and undefined ones are left out; the path's own query, if any, goes
 */
export function pathWith(path: string, parameters: Readonly<Record<string, string | null | undefined>>): string {
  const [place = '', anchor] = path.split('#')
  const [page = ''] = place.split('?')
  const asked = Object.entries(parameters)
    .filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
  const query = asked.length > 0 ? `?${asked.join('&')}` : ''
  return `${page}${query}${anchor ? `#${anchor}` : ''}`
}

/** As parts of a path's segment: ["from.2020-01-01", "text._E5_81_8F"]. */
export function packParameters(parameters: PageParameters): string[] {
  return Object.entries(parameters).map(([name, value]) => `${name}.${escaped(value)}`)
}

/** null when a part is none that `packParameters` writes. */
export function unpackParameters(parts: readonly string[]): PageParameters | null {
  const entries = parts.map((part) => /^(\w+)\.([A-Za-z0-9_-]*)$/.exec(part))
  if (entries.includes(null)) return null
  try {
    return Object.fromEntries(entries.map((entry) => [entry?.[1] ?? '', unescaped(entry?.[2] ?? '')]))
  } catch {
    return null
  }
}

/** Letters, digits and hyphens stand; each byte of anything else is an underscore and two hexadecimal digits. */
function escaped(value: string): string {
  const hexadecimal = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(value)
    .replace(/[._~!*'()]/g, hexadecimal)
    .replaceAll('%', '_')
}

/** @throws URIError where the bytes are no UTF-8 */
function unescaped(text: string): string {
  return decodeURIComponent(text.replaceAll('_', '%'))
}
