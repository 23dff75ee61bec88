/** The addresses of the API tables that hold the data of a page. */
import type { View } from '@/lib/address/view'

/** The names of the messages `takeaway.tables`. */
type TableName =
  | 'daily'
  | 'statistics'
  | 'months'
  | 'contributions'
  | 'summaries'
  | 'correlations'
  | 'catalogue'
  | 'weeks'
  | 'market'
  | 'similar'

export interface PageTable {
  name: TableName
  /** Without extension: "/api/v1/factors/intraday-skewness/daily". */
  path: string
  /** Parameters in order; without a version the table has the newest data. */
  query: readonly (readonly [name: string, value: string])[]
}

/** Returns the tables of one factor or portfolio. */
export function seriesTables(
  view: View,
  folder: '/factors' | '/portfolios',
  { code, hasContributions = false }: { code: string; hasContributions?: boolean },
): PageTable[] {
  const { from, asOf } = view.parameters
  const to = [view.parameters.to, asOf].filter((day) => day !== undefined).sort()[0]
  return [
    { name: 'daily', path: `${ROOT}${folder}/${code}/daily`, query: queryOf(view, { from, to }) },
    { name: 'statistics', path: `${ROOT}/statistics`, query: queryOf(view, { series: code, from, to }) },
    { name: 'months', path: `${ROOT}/months`, query: queryOf(view, { series: code, asOf }) },
    { name: 'summaries', path: `${ROOT}/summaries`, query: queryOf(view, { series: code, asOf }) },
    ...(hasContributions
      ? [
          {
            name: 'contributions' as const,
            path: `${ROOT}/contributions`,
            query: queryOf(view, { series: code, asOf }),
          },
        ]
      : []),
  ]
}

/**
 * Returns the tables of an overview: all series over the usual periods up to a day, the catalogue of a kind, all weeks.
 */
export function overviewTables(
  view: View,
  asOf: string | undefined,
  folder: '/factors' | '/portfolios' = '/factors',
): PageTable[] {
  const catalogue = view.isPinned ? queryOf({ ...view, convention: 'arithmetic' }, {}) : []
  return [
    { name: 'summaries', path: `${ROOT}/summaries`, query: queryOf(view, { asOf }) },
    { name: 'catalogue', path: `${ROOT}${folder}`, query: catalogue },
    { name: 'weeks', path: `${ROOT}/weeks`, query: [...marketOf(view), ...catalogue] },
  ]
}

/** Returns the tables of the page of all portfolios: those of an overview, and their statistics from a day on. */
export function portfolioTables(
  view: View,
  asOf: string | undefined,
  { codes, from }: { codes: readonly string[]; from: string | undefined },
): PageTable[] {
  const series = codes.join(',')
  return [
    ...overviewTables(view, asOf, '/portfolios'),
    ...(codes.length === 0
      ? []
      : [
          { name: 'statistics' as const, path: `${ROOT}/statistics`, query: queryOf(view, { series, from, to: asOf }) },
        ]),
  ]
}

/** Returns the tables of the page of a week: those of an overview, what the market did, and similar weeks. */
export function weekTables(view: View, asOf: string): PageTable[] {
  return [
    ...overviewTables(view, asOf),
    {
      name: 'market',
      path: `${ROOT}/market`,
      query: [...marketOf(view), ...queryOf({ ...view, convention: 'arithmetic' }, { asOf })],
    },
    { name: 'similar', path: `${ROOT}/similar-weeks`, query: [...marketOf(view), ...queryOf(view, { asOf })] },
  ]
}

/** Returns the tables that compare series over their common days. @param codes at least one */
export function compareTables(view: View, codes: readonly string[], days: { from: string; to: string }): PageTable[] {
  const period = { series: codes.join(','), ...days }
  return [
    { name: 'statistics', path: `${ROOT}/statistics`, query: queryOf(view, period) },
    { name: 'correlations', path: `${ROOT}/correlations`, query: queryOf(view, period) },
    { name: 'summaries', path: `${ROOT}/summaries`, query: queryOf(view, { series: period.series, asOf: period.to }) },
  ]
}

/** Returns the address of a table: "/api/v1/weeks.csv?version=3.5f3a9c1e". */
export function tableAddress({ path, query }: Pick<PageTable, 'path' | 'query'>, format: 'json' | 'csv' | 'xlsx') {
  const search = query.map(([name, value]) => `${name}=${value}`).join('&')
  return `${path}.${format}${search === '' ? '' : `?${search}`}`
}

/** Returns the address of a table as a file for people: the version of the page, headers in its language. */
export function fileAddress({ path, query }: PageTable, view: View, format: 'csv' | 'xlsx'): string {
  const others = query.filter(([name]) => name !== 'version')
  const shown = [['version', `${view.version}.${view.stamp}`] as const, ['lang', view.locale] as const]
  return tableAddress({ path, query: [...others, ...shown] }, format)
}

const ROOT = '/api/v1'

function marketOf({ market }: View): PageTable['query'] {
  return market === undefined ? [] : [['market', market]]
}

function queryOf(view: View, own: Record<string, string | undefined>): PageTable['query'] {
  const given = Object.entries(own).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const shown = [
    ...(view.isPinned ? [['version', `${view.version}.${view.stamp}`] as const] : []),
    ...(view.convention === 'arithmetic' ? [] : [['convention', view.convention] as const]),
  ]
  return [...given, ...shown]
}
