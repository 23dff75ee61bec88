/** Which addresses a share link shows: an edition's week or a series, with their files and pictures, and nothing else. */
import { splitLocale } from '@/lib/base/locale'
import type { SharedReading } from '@/lib/scope/read-scope'
import type { AccessRule } from '../access-table'

/** Returns the page that a link leads to, with the parameters that it needs, without language. */
export function sharedPage(share: SharedReading): string {
  const { shown } = share
  const isUsual = shown.kind === 'series' || shown.convention === 'arithmetic'
  return isUsual ? sharedPath(share) : `${sharedPath(share)}?convention=${shown.convention}`
}

/** Returns the path of that page. */
function sharedPath({ shown }: SharedReading): string {
  return shown.kind === 'edition' ? `/weeks/${shown.asOf}` : `/${shown.page}/${shown.code}`
}

/**
 * Returns whether a link shows an address. Pages and files lie at its own path, and name no other version, market or
 * convention; pictures are of its data version, and those of an edition of its week, and of the kinds on its page.
 * @param rule of the address in the access table
 */
export function isShared(share: SharedReading, { rule, path, query }: Asked): boolean {
  if (rule.share === undefined) return false
  return rule.share === 'pictures'
    ? isSharedPicture(share, path)
    : rule.share === share.shown.kind && isSharedPage(share, path, query)
}

interface Asked {
  rule: AccessRule
  /** Decoded. */
  path: string
  /** null when it does not matter, since a link of a page always keeps its view. */
  query: string | null
}

function isSharedPage(share: SharedReading, path: string, query: string | null): boolean {
  const { path: page } = splitLocale(path)
  const own = sharedPath(share)
  if (page !== own && !page.startsWith(`${own}/`)) return false
  return query === null || hasOwnView(share, new URLSearchParams(query))
}

function hasOwnView({ market, shown }: SharedReading, asked: URLSearchParams): boolean {
  const isOwn = (name: string, value: string) => asked.getAll(name).every((each) => each === value)
  const convention = shown.kind === 'edition' ? shown.convention : null
  const isOwnConvention =
    convention === null || (isOwn('convention', convention) && (convention === 'arithmetic' || asked.has('convention')))
  return !asked.has('version') && isOwn('market', market) && isOwnConvention
}

/** The kinds of picture on the page of a week: a link of an edition shows no others. */
const OF_WEEK = ['relative-strength', 'legs', 'cumulative-excess', 'excess', 'sheet', 'week-columns', 'week-scatter']

/** Returns whether a link shows pictures of a kind. */
export function isSharedKind({ shown }: SharedReading, kind: string): boolean {
  return shown.kind === 'series' || OF_WEEK.includes(kind)
}

/** "/charts/v12.5f3a9c1e/2024-08-30/legs/skewness/wide-light-red-zh-arithmetic.svg", as lib/address/chart-address.ts writes it. */
function isSharedPicture(share: SharedReading, path: string): boolean {
  const { version, stamp, shown } = share
  const [, folder, stamped, asOf, kind = '', code, file = ''] = path.split('/')
  if (folder !== 'charts' || stamped !== `v${version}.${stamp}`) return false
  if (shown.kind === 'series') return code === shown.code
  // A chosen period ends with the last day that a figure has.
  const end = /-\d{8}\.(\d{8})\.[a-z]/.exec(file)?.[1] ?? ''
  if (!isSharedKind(share, kind)) return false
  return asOf === shown.asOf && file.split(/[-.]/).includes(shown.convention) && end <= shown.asOf.replaceAll('-', '')
}
