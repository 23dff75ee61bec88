/**
 * How a page is shown, according to its address and cookies. The proxy packs a view into one path segment, so that a
 * page is a pure function of its path and can be cached without limit.
 */
import { COLOURS, type Colours, THEMES, type Theme } from '@/lib/base/appearance'
import { CONVENTIONS, type Convention } from '@/lib/base/convention'
import { isOneOf } from '@/lib/base/is-one-of'
import { LOCALES, type Locale, localePrefix } from '@/lib/base/locale'
import { PAPERS, type Paper } from '@/lib/base/paper'
import type { IssueKind } from '@/lib/base/window-kind'
import {
  readTable,
  TABLE_PARAMETERS,
  type TableRequest,
  type TableView,
  tableParameters,
} from '@/lib/report/table/table-view'
import { type PageParameters, packParameters, unpackParameters } from './parameters/packed'
import type { PreferenceCookies } from './preferences'

export interface View extends TableView {
  locale: Locale
  /** Data version that the page shows, from 1; 0 when nothing is loaded. */
  version: number
  /** Distinguishes equal version numbers of different stores or catalogues; "none" when nothing is loaded. */
  stamp: string
  /** The newest data version at the time of the request. */
  latest: number
  /** Does the address name the version? Otherwise it is the newest. */
  isPinned: boolean
  convention: Convention
  theme: Theme
  colours: Colours
  /** Paper of the documents: that of their address, else the one that the reader has chosen. */
  paper: Paper
  /** Code of the market whose weeks are shown; the first one with data when absent. */
  market?: string
  /** Year whose closures are missing at the time of the request; absent when none are. */
  closuresOf?: string
  /** Changes with each edition, draft and text of a desk; absent while there are none. */
  editions?: string
  /** What the report of the page is of, by its path, unless it is of a week: its page or download sets this. */
  window?: IssueKind
  /** Hash of the scope of its readers; absent when they may read everything. */
  scope?: string
  /** Parameters of this page only, such as { from: "2020-01-01" }; defined in `lib/address/parameters/`. */
  parameters: PageParameters
}

/**
 * Returns "v12.5f3a9c1e-arithmetic-family-auto-red"; a version named in the address becomes "v11of12.5f3a9c1e-…". Other
 * table settings that differ from the default follow: "…-red~sort.-week~columns.change_zScore~heat.on"; then a
 * scope with limits, and the parameters of the page: "…-red~scope.91b2…~from.2020-01-01~to.2024-08-30".
 */
export function viewSegment(view: View): string {
  const version = view.isPinned ? `v${view.version}of${view.latest}` : `v${view.version}`
  const usual = [`${version}.${view.stamp}`, view.convention, view.order, view.theme, view.colours].join('-')
  const tables = tableParameters(view).filter(([name]) => name !== 'order')
  const unusual = tables.map(([name, value]) => `${name}.${value.replaceAll(',', '_')}`)
  const { market, closuresOf, editions, scope, parameters } = view
  const { paper = view.paper, ...own } = parameters
  const ofPage = {
    ...(market && { market }),
    ...(closuresOf && { closuresOf }),
    ...(editions && { editions }),
    ...(scope && { scope }),
    ...(paper !== 'a4' && { paper }),
    ...own,
  }
  return [usual, ...unusual, ...packParameters(ofPage)].join('~')
}

/** Parses the locale and view segments of a path; null when they are not a view. */
export function parseView(locale: string, segment: string): View | null {
  const [usual = '', ...unusual] = segment.split('~')
  const match = SEGMENT.exec(usual)
  if (!match?.groups || !isOneOf(LOCALES, locale)) return null
  const { version, latest, stamp = '', convention, order, theme, colours } = match.groups
  const isTable = (field: string) => TABLE_PARAMETERS.some((name) => field.startsWith(`${name}.`))
  const tables = readTable({ ...packedTable(unusual.filter(isTable)), order })
  const values = unpackParameters(unusual.filter((field) => !isTable(field)))
  if (!isOneOf(CONVENTIONS, convention) || !tables || !values) return null
  const { market, closuresOf, editions, scope, paper = 'a4', ...parameters } = values
  if (!isOneOf(THEMES, theme) || !isOneOf(COLOURS, colours) || !isOneOf(PAPERS, paper)) return null
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
    paper,
    ...(market === undefined ? {} : { market }),
    ...(closuresOf === undefined ? {} : { closuresOf }),
    ...(editions === undefined ? {} : { editions }),
    ...(scope === undefined ? {} : { scope }),
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

/** The part of a view that is in its address; the rest comes from cookies and the store. */
export type AddressedView = Pick<View, 'locale' | 'version' | 'isPinned' | 'convention' | 'market' | keyof TableView>

/**
 * Returns the public address that shows `path` in this view. A path may contain an anchor, "/weeks/2024-08-30#table-1",
 * and parameters of its page, as `pathWith` writes them: "/factors/intraday-skewness?from=2020-01-01".
 */
export function addressOf(path: string, view: AddressedView): string {
  const [beforeAnchor = '', anchor] = path.split('#')
  const [page = '', own = ''] = beforeAnchor.split('?')
  const shown = parametersOf(view).map(([name, value]) => `${name}=${value}`)
  const query = [own, ...shown].filter((part) => part !== '').join('&')
  const prefix = localePrefix(view.locale)
  const search = query === '' ? '' : `?${query}`
  return `${prefix}${page === '/' && prefix ? '' : page}${search}${anchor ? `#${anchor}` : ''}`
}

/** Returns the settings of a view that differ from the default, as parameters of its address; none needs escaping. */
export function parametersOf(view: AddressedView): [name: string, value: string][] {
  const own: [string, string, boolean][] = [
    ['version', String(view.version), view.isPinned],
    ['convention', view.convention, view.convention !== 'arithmetic'],
    ['market', view.market ?? '', view.market !== undefined],
  ]
  const unusual = own.filter(([, , isUnusual]) => isUnusual).map(([name, value]): [string, string] => [name, value])
  return [...unusual, ...tableParameters(view)]
}

/** Names with the same meaning on every page. */
export const VIEW_PARAMETERS = ['version', 'convention', 'market', ...TABLE_PARAMETERS] as const

export interface ViewRequest {
  locale: Locale
  /** Newest data version in the store. */
  latest: number
  search: URLSearchParams
  cookies: PreferenceCookies
}

/**
 * Returns the view that an address and its cookies describe, without the version's stamp and the parameters of one
 * page. Ignores unknown parameters and invalid cookies; null when a known parameter has an invalid value or occurs
 * twice.
 */
export function readView({ locale, latest, search, cookies }: ViewRequest): Omit<View, 'stamp' | 'parameters'> | null {
  if (VIEW_PARAMETERS.some((name) => search.getAll(name).length > 1)) return null
  const values = Object.fromEntries(VIEW_PARAMETERS.map((name) => [name, search.get(name) ?? undefined]))
  const { convention = 'arithmetic', version = String(latest), market } = values
  const tables = readTable(values)
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
    paper: isOneOf(PAPERS, cookies.paper) ? cookies.paper : 'a4',
    ...(market === undefined ? {} : { market }),
  }
}

/** Codes in the catalogue's format. */
const MARKET = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

const SEGMENT =
  /^v(?<version>0|[1-9]\d{0,8})(?:of(?<latest>[1-9]\d{0,8}))?\.(?<stamp>[0-9a-f]{8}|none)-(?<convention>[a-z]+)-(?<order>[a-z]+)-(?<theme>[a-z]+)-(?<colours>[a-z]+)$/
