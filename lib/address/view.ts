/**
 * How a page is shown: what of it stands in the address or in a cookie. The proxy packs a view into one path segment, so
 * that a page is a pure function of its path and can be cached for ever.
 */
import { COLOURS, type Colours, THEMES, type Theme } from '@/lib/base/appearance'
import { CONVENTIONS, type Convention } from '@/lib/base/convention'
import { isOneOf } from '@/lib/base/is-one-of'
import { LOCALES, type Locale } from '@/lib/base/locale'
import {
  readTable,
  TABLE_PARAMETERS,
  type TableRequest,
  type TableView,
  tableParameters,
} from '@/lib/report/table/table-view'
import { type PageParameters, packParameters, unpackParameters } from './parameters/packed'

export interface View extends TableView {
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
  theme: Theme
  colours: Colours
  /** Code of the market whose weeks are shown; absent for the first that has data. */
  market?: string
  /** What the address asks of this page alone, such as { from: "2020-01-01" }: `lib/address/parameters/` says what it can ask. */
  parameters: PageParameters
}

/**
 * "v12.5f3a9c1e-arithmetic-family-auto-red"; a version that the address asks for reads "v11of12.5f3a9c1e-…". What else is
 * unusual of the tables follows: "…-red~sort.-week~columns.change_zScore~heat.on"; then what is asked of the page alone:
 * "…-red~from.2020-01-01~to.2024-08-30".
 */
export function viewSegment(view: View): string {
  const version = view.isPinned ? `v${view.version}of${view.latest}` : `v${view.version}`
  const usual = [`${version}.${view.stamp}`, view.convention, view.order, view.theme, view.colours].join('-')
  const tables = tableParameters(view).filter(([name]) => name !== 'order')
  const unusual = tables.map(([name, value]) => `${name}.${value.replaceAll(',', '_')}`)
  const market = view.market === undefined ? [] : packParameters({ market: view.market })
  return [usual, ...unusual, ...market, ...packParameters(view.parameters)].join('~')
}

/** The view that a path names by its locale and view segments, or null when they name none. */
export function parseView(locale: string, segment: string): View | null {
  const [usual = '', ...unusual] = segment.split('~')
  const match = SEGMENT.exec(usual)
  if (!match?.groups || !isOneOf(LOCALES, locale)) return null
  const { version, latest, stamp = '', convention, order, theme, colours } = match.groups
  const isTable = (field: string) => TABLE_PARAMETERS.some((name) => field.startsWith(`${name}.`))
  const tables = readTable({ ...packedTable(unusual.filter(isTable)), order })
  const asked = unpackParameters(unusual.filter((field) => !isTable(field)))
  if (!isOneOf(CONVENTIONS, convention) || !tables || !asked) return null
  const { market, ...parameters } = asked
  if (!isOneOf(THEMES, theme) || !isOneOf(COLOURS, colours)) return null
  const shown = Number(version)
  const view = {
    ...tables,
    locale,
    version: shown,
    stamp,
    latest: latest === undefined ? shown : Number(latest),
    isPinned: latest !== undefined,
    convention,
    theme,
    colours,
    ...(market === undefined ? {} : { market }),
    parameters,
  }
  return viewSegment(view) === segment ? view : null
}

function packedTable(fields: string[]): TableRequest {
  return Object.fromEntries(
    fields.map((field) => {
      const [name = '', value = ''] = field.split('.')
      return [name, value.replaceAll('_', ',')]
    }),
  )
}

/** The part of a view that its address says; cookies and the store say the rest. */
export type AddressedView = Pick<View, 'locale' | 'version' | 'isPinned' | 'convention' | 'market' | keyof TableView>

/**
 * The public address of `path` that shows it as `view` does. A path says where: "/weeks/2024-08-30#table-1", and what it
 * asks of that page alone, as `pathWith` writes it: "/factors/intraday-skewness?from=2020-01-01".
 */
export function addressOf(path: string, view: AddressedView): string {
  const [place = '', anchor] = path.split('#')
  const [page = '', own = ''] = place.split('?')
  const shown = parametersOf(view).map(([name, value]) => `${name}=${value}`)
  const query = [own, ...shown].filter((part) => part !== '').join('&')
  const prefix = view.locale === 'zh' ? '' : `/${view.locale}`
  const search = query === '' ? '' : `?${query}`
  return `${prefix}${page === '/' && prefix ? '' : page}${search}${anchor ? `#${anchor}` : ''}`
}

/** What of a view differs from the usual, as parameters of its address; none of them needs an escape. */
export function parametersOf(view: AddressedView): [name: string, value: string][] {
  const own: [string, string, boolean][] = [
    ['version', String(view.version), view.isPinned],
    ['convention', view.convention, view.convention !== 'arithmetic'],
    ['market', view.market ?? '', view.market !== undefined],
  ]
  const unusual = own.filter(([, , isUnusual]) => isUnusual).map(([name, value]): [string, string] => [name, value])
  return [...unusual, ...tableParameters(view)]
}

/** Names that mean the same on every page. */
export const VIEW_PARAMETERS = ['version', 'convention', 'market', ...TABLE_PARAMETERS] as const

export interface ViewRequest {
  locale: Locale
  /** Newest data version in the store. */
  latest: number
  search: URLSearchParams
  cookies: { theme: string | undefined; colours: string | undefined }
}

/**
 * The view, but for the version's stamp and what is asked of one page alone, that an address and its cookies ask for. Parameters that are not ours are left
 * alone; null when one of ours has a value that it cannot have or stands there twice. A cookie that makes no sense counts
 * as absent: it is no part of what a reader typed.
 */
export function readView({ locale, latest, search, cookies }: ViewRequest): Omit<View, 'stamp' | 'parameters'> | null {
  if (VIEW_PARAMETERS.some((name) => search.getAll(name).length > 1)) return null
  const asked = Object.fromEntries(VIEW_PARAMETERS.map((name) => [name, search.get(name) ?? undefined]))
  const { convention = 'arithmetic', version = String(latest), market } = asked
  const tables = readTable(asked)
  if (!isOneOf(CONVENTIONS, convention) || !tables) return null
  if (!/^(0|[1-9]\d{0,8})$/.test(version) || Number(version) > latest) return null
  if (search.has('version') && version === '0') return null
  if (market !== undefined && !MARKET.test(market)) return null
  return {
    ...tables,
    locale,
    version: Number(version),
    latest,
    isPinned: search.has('version'),
    convention,
    theme: isOneOf(THEMES, cookies.theme) ? cookies.theme : 'auto',
    colours: isOneOf(COLOURS, cookies.colours) ? cookies.colours : 'red',
    ...(market === undefined ? {} : { market }),
  }
}

/** Codes as the catalogue allows them. */
const MARKET = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

const SEGMENT =
  /^v(?<version>0|[1-9]\d{0,8})(?:of(?<latest>[1-9]\d{0,8}))?\.(?<stamp>[0-9a-f]{8}|none)-(?<convention>[a-z]+)-(?<order>[a-z]+)-(?<theme>[a-z]+)-(?<colours>[a-z]+)$/
