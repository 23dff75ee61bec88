/**
 * How a page is shown: what of it stands in the address or in a cookie. The proxy packs a view into one path segment, so
 * that a page is a pure function of its path and can be cached for ever.
 */
export const LOCALES = ['zh', 'en'] as const
export const CONVENTIONS = ['arithmetic', 'geometric'] as const
export const THEMES = ['auto', 'light', 'dark'] as const
export const COLOURS = ['red', 'green', 'cvd'] as const
export const ORDERS = ['family', 'report'] as const

export type Locale = (typeof LOCALES)[number]
/** `arithmetic`: a − b; `geometric`: (1 + a)/(1 + b) − 1. */
export type Convention = (typeof CONVENTIONS)[number]
/** `auto` follows the reader's system. */
export type Theme = (typeof THEMES)[number]
/** Which colour is up: `red` (Chinese convention), `green`, or `cvd`, the colour-blind palette (orange up, blue down). */
export type Colours = (typeof COLOURS)[number]
/** Rows of table 1: grouped by family, or in the section order of the report. */
type Order = (typeof ORDERS)[number]

export interface View {
  locale: Locale
  /** Data version that the page shows, from 1; 0 while nothing is loaded. */
  version: number
  /** Tells this store's version from the same number of another store or catalogue; "none" while nothing is loaded. */
  stamp: string
  /** The newest data version when the page was asked for. */
  latest: number
  /** Was the version asked for by the address, or is it just the newest? */
  isPinned: boolean
  convention: Convention
  order: Order
  theme: Theme
  colours: Colours
}

/** "v12.5f3a9c1e-arithmetic-family-auto-red"; a version that the address asks for reads "v11of12.5f3a9c1e-…". */
export function viewSegment(view: View): string {
  const version = view.isPinned ? `v${view.version}of${view.latest}` : `v${view.version}`
  return [`${version}.${view.stamp}`, view.convention, view.order, view.theme, view.colours].join('-')
}

/** The view that a path names by its locale and view segments, or null when they name none. */
export function parseView(locale: string, segment: string): View | null {
  const match = SEGMENT.exec(segment)
  if (!match?.groups || !isOneOf(LOCALES, locale)) return null
  const { version, latest, stamp = '', convention, order, theme, colours } = match.groups
  if (!isOneOf(CONVENTIONS, convention) || !isOneOf(ORDERS, order)) return null
  if (!isOneOf(THEMES, theme) || !isOneOf(COLOURS, colours)) return null
  const shown = Number(version)
  return {
    locale,
    version: shown,
    stamp,
    latest: latest === undefined ? shown : Number(latest),
    isPinned: latest !== undefined,
    convention,
    order,
    theme,
    colours,
  }
}

/** The part of a view that its address says; cookies and the store say the rest. */
export type AddressedView = Pick<View, 'locale' | 'version' | 'isPinned' | 'convention' | 'order'>

/** The public address of `path` ("/weeks/2024-08-30") that shows it as `view` does. */
export function addressOf(path: string, view: AddressedView): string {
  const query = new URLSearchParams()
  if (view.isPinned) query.set('version', String(view.version))
  if (view.convention !== 'arithmetic') query.set('convention', view.convention)
  if (view.order !== 'family') query.set('order', view.order)
  const [page = '', anchor] = path.split('#')
  const prefix = view.locale === 'zh' ? '' : `/${view.locale}`
  const search = query.size > 0 ? `?${query}` : ''
  return `${prefix}${page === '/' && prefix ? '' : page}${search}${anchor ? `#${anchor}` : ''}`
}

export interface ViewRequest {
  locale: Locale
  /** Newest data version in the store. */
  latest: number
  search: URLSearchParams
  cookies: { theme: string | undefined; colours: string | undefined }
}

/**
 * The view, but for the version's stamp, that an address and its cookies ask for. Parameters that are not ours are left
 * alone; null when one of ours has a value that it cannot have or stands there twice. A cookie that makes no sense counts
 * as absent: it is no part of what a reader typed.
 */
export function readView({ locale, latest, search, cookies }: ViewRequest): Omit<View, 'stamp'> | null {
  const convention = one(search, 'convention', 'arithmetic')
  const order = one(search, 'order', 'family')
  const version = one(search, 'version', String(latest))
  if (!isOneOf(CONVENTIONS, convention) || !isOneOf(ORDERS, order)) return null
  if (version === null || !/^(0|[1-9]\d{0,8})$/.test(version) || Number(version) > latest) return null
  if (search.has('version') && version === '0') return null
  return {
    locale,
    version: Number(version),
    latest,
    isPinned: search.has('version'),
    convention,
    order,
    theme: isOneOf(THEMES, cookies.theme) ? cookies.theme : 'auto',
    colours: isOneOf(COLOURS, cookies.colours) ? cookies.colours : 'red',
  }
}

export function isOneOf<T extends string>(choices: readonly T[], choice: string | null | undefined): choice is T {
  return choices.some((candidate) => candidate === choice)
}

const SEGMENT =
  /^v(?<version>0|[1-9]\d{0,8})(?:of(?<latest>[1-9]\d{0,8}))?\.(?<stamp>[0-9a-f]{8}|none)-(?<convention>[a-z]+)-(?<order>[a-z]+)-(?<theme>[a-z]+)-(?<colours>[a-z]+)$/

/** The only value of a parameter, `fallback` when it is absent, null when it stands there more than once. */
function one(search: URLSearchParams, name: string, fallback: string): string | null {
  const values = search.getAll(name)
  return values.length > 1 ? null : (values[0] ?? fallback)
}
