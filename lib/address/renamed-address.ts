/** Addresses with the old code of a renamed series, and where they lead. */

/** The code of each renamed series, by its old code. */
type Codes = ReadonlyMap<string, string>

interface PageAddress {
  /** Without language: "/factors/intraday-skewness". */
  path: string
  /** With its question mark; empty without parameters. */
  search: string
}

const SERIES_PATH = /^(\/(?:factors|portfolios)\/)([^/]+)(\/factsheet\.pdf|\/daily\.[a-z]+)?$/
/** Parameters that hold codes, separated by commas. */
const CODE_PARAMETERS = ['series', 'pair', 'add']

/**
 * Returns the address of a page, of a download or, below `/api/v1`, of a table with the new codes, and its query
 * otherwise unchanged; null when it has no old code.
 */
export function renamedAddress({ path, search }: PageAddress, codes: Codes): PageAddress | null {
  const [, folder = '', code = '', file = ''] = SERIES_PATH.exec(path) ?? []
  const renamed = codes.get(code)
  const moved = {
    path: renamed === undefined ? path : `${folder}${renamed}${file}`,
    search: renamedSearch(search, codes),
  }
  return moved.path === path && moved.search === search ? null : moved
}

/** Returns the segments after `/charts/` with the new codes; null when they have no old code. */
export function renamedChart(segments: readonly string[], codes: Codes): string[] | null {
  const [stamped, asOf, kind, code = '', ...file] = segments
  const renamed = renamedList(code, codes)
  if (stamped === undefined || asOf === undefined || kind === undefined || renamed === code) return null
  return [stamped, asOf, kind, renamed, ...file]
}

function renamedSearch(search: string, codes: Codes): string {
  const parameters = new URLSearchParams(search)
  const changed = CODE_PARAMETERS.filter((name) => {
    const value = parameters.get(name)
    const renamed = value === null ? null : renamedList(value, codes)
    if (renamed === null || renamed === value) return false
    parameters.set(name, renamed)
    return true
  })
  return changed.length === 0 ? search : `?${parameters.toString().replaceAll('%2C', ',')}`
}

/** A code that two old codes lead to is there once. */
function renamedList(text: string, codes: Codes): string {
  const list = text.split(',')
  return list.some((code) => codes.has(code)) ? [...new Set(list.map((code) => codes.get(code) ?? code))].join() : text
}
