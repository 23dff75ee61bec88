/** Which tables of the API hold what a page shows: their addresses, with what is asked of the page. */
import type { View } from '@/lib/address/view'

/** Named as in the messages: `takeaway.tables`. */
type TableName = 'daily' | 'statistics' | 'months' | 'summaries' | 'correlations' | 'catalogue' | 'weeks'

export interface PageTable {
  name: TableName
  /** Without extension: "/api/v1/factors/intraday-skewness/daily". */
  path: string
  /** In order; the newest version is asked for by none. */
  query: readonly (readonly [name: string, value: string])[]
}

/** The tables of one factor or portfolio. */
export function seriesTables(view: View, folder: '/factors' | '/portfolios', code: string): PageTable[] {
  const { from, asOf } = view.parameters
  const to = [view.parameters.to, asOf].filter((day) => day !== undefined).sort()[0]
  return [
    { name: 'daily', path: `${ROOT}${folder}/${code}/daily`, query: asked(view, { from, to }) },
    { name: 'statistics', path: `${ROOT}/statistics`, query: asked(view, { series: code, from, to }) },
    { name: 'months', path: `${ROOT}/months`, query: asked(view, { series: code, asOf }) },
    { name: 'summaries', path: `${ROOT}/summaries`, query: asked(view, { series: code, asOf }) },
  ]
}

/** All series over the usual periods, as of a day or the newest one, the catalogue of a kind; `weeks` lead to the others. */
export function overviewTables(
  view: View,
  asOf: string | undefined,
  folder: '/factors' | '/portfolios' = '/factors',
): PageTable[] {
  const catalogue = view.isPinned ? asked({ ...view, convention: 'arithmetic' }, {}) : []
  return [
    { name: 'summaries', path: `${ROOT}/summaries`, query: asked(view, { asOf }) },
    { name: 'catalogue', path: `${ROOT}${folder}`, query: catalogue },
    { name: 'weeks', path: `${ROOT}/weeks`, query: [...marketOf(view), ...catalogue] },
  ]
}

/** Several series side by side, over the days that all have. @param codes at least one */
export function compareTables(view: View, codes: readonly string[], days: { from: string; to: string }): PageTable[] {
  const period = { series: codes.join(','), ...days }
  return [
    { name: 'statistics', path: `${ROOT}/statistics`, query: asked(view, period) },
    { name: 'correlations', path: `${ROOT}/correlations`, query: asked(view, period) },
    { name: 'summaries', path: `${ROOT}/summaries`, query: asked(view, { series: period.series, asOf: period.to }) },
  ]
}

/** The address of a table: "/api/v1/weeks.csv?version=3.5f3a9c1e". */
export function tableAddress({ path, query }: Pick<PageTable, 'path' | 'query'>, format: 'json' | 'csv' | 'xlsx') {
  const search = query.map(([name, value]) => `${name}=${value}`).join('&')
  return `${path}.${format}${search === '' ? '' : `?${search}`}`
}

/** The same as a file for people: the version that the page shows, heads in its language. */
export function fileAddress({ path, query }: PageTable, view: View, format: 'csv' | 'xlsx'): string {
  const others = query.filter(([name]) => name !== 'version')
  const shown = [['version', `${view.version}.${view.stamp}`] as const, ['lang', view.locale] as const]
  return tableAddress({ path, query: [...others, ...shown] }, format)
}

const ROOT = '/api/v1'

function marketOf({ market }: View): PageTable['query'] {
  return market === undefined ? [] : [['market', market]]
}

function asked(view: View, own: Record<string, string | undefined>): PageTable['query'] {
  const given = Object.entries(own).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const shown = [
    ...(view.isPinned ? [['version', `${view.version}.${view.stamp}`] as const] : []),
    ...(view.convention === 'arithmetic' ? [] : [['convention', view.convention] as const]),
  ]
  return [...given, ...shown]
}
