/** Parameters of one page, as typed: { from: "2020-01-01" }. Names are letters, digits and underscores. */
export type PageParameters = Readonly<Record<string, string>>

/**
 * Adds parameters to a path: "/factors/intraday-skewness?from=2020-01-01". `addressOf` accepts the result as a path.
 * @param parameters null and undefined ones are left out; they replace the path's own query
 */
export function pathWith(path: string, parameters: Readonly<Record<string, string | null | undefined>>): string {
  const [beforeAnchor = '', anchor] = path.split('#')
  const [page = ''] = beforeAnchor.split('?')
  const pairs = Object.entries(parameters)
    .filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
  const query = pairs.length > 0 ? `?${pairs.join('&')}` : ''
  return `${page}${query}${anchor ? `#${anchor}` : ''}`
}

/** Returns the parameters as parts of a path's segment: ["from.2020-01-01", "text._E5_81_8F"]. */
export function packParameters(parameters: PageParameters): string[] {
  return Object.entries(parameters).map(([name, value]) => `${name}.${escaped(value)}`)
}

/** Parses such parts; null when `packParameters` would not write one of them. */
export function unpackParameters(parts: readonly string[]): PageParameters | null {
  const entries = parts.map((part) => /^(\w+)\.([A-Za-z0-9_-]*)$/.exec(part))
  if (entries.includes(null)) return null
  try {
    return Object.fromEntries(entries.map((entry) => [entry?.[1] ?? '', unescaped(entry?.[2] ?? '')]))
  } catch {
    return null
  }
}

/**
 * Keeps letters, digits and hyphens; writes each byte of other characters as an underscore and two hexadecimal digits.
 */
function escaped(value: string): string {
  const hexadecimal = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(value)
    .replace(/[._~!*'()]/g, hexadecimal)
    .replaceAll('%', '_')
}

/**
 * Reverses `escaped`.
 * @throws URIError when the bytes are not UTF-8
 */
function unescaped(text: string): string {
  return decodeURIComponent(text.replaceAll('_', '%'))
}
