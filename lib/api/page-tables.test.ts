import { describe, expect, it } from 'vitest'
import type { View } from '@/lib/address/view'
import { parseQuestion } from '@/lib/api/question/parse-question'
import { DEFAULT_TABLE } from '@/lib/report/table/table-view'
import { ENDPOINTS } from './endpoints/all'
import {
  compareTables,
  fileAddress,
  overviewTables,
  type PageTable,
  portfolioTables,
  seriesTables,
  tableAddress,
} from './page-tables'

const view: View = {
  ...DEFAULT_TABLE,
  locale: 'zh',
  version: 3,
  stamp: '5f3a9c1e',
  latest: 4,
  isPinned: true,
  convention: 'geometric',
  theme: 'auto',
  paper: 'a4',
  colours: 'red',
  parameters: { from: '2024-01-01', to: '2024-08-30' },
}

const newest: View = { ...view, isPinned: false, convention: 'arithmetic', parameters: {} }

const all = (shown: View): PageTable[] => [
  ...seriesTables(shown, '/factors', { code: 'a.b' }),
  ...seriesTables(shown, '/portfolios', { code: 'c', hasContributions: true }),
  ...overviewTables(shown, '2024-08-30'),
  ...overviewTables(shown, undefined, '/portfolios'),
  ...portfolioTables(shown, '2024-08-30', { codes: ['a', 'b'], from: '2024-01-02' }),
  ...compareTables(shown, ['a', 'b'], { from: '2024-01-02', to: '2024-08-30' }),
]

/** Throws when the API would answer 400 or 404. */
function question(address: string) {
  const url = new URL(address, 'http://localhost')
  return parseQuestion(ENDPOINTS, url.pathname.slice('/api/v1/'.length).split('/'), url.searchParams)
}

describe('the tables of a page', () => {
  it.each([view, newest])('have addresses that the API can answer', (shown) => {
    for (const table of all(shown)) {
      expect(question(tableAddress(table, 'json')).format).toBe('json')
      expect(question(fileAddress(table, shown, 'xlsx')).common).toMatchObject({
        lang: 'zh',
        version: { id: 3, stamp: '5f3a9c1e' },
      })
    }
  })

  it('contain the data that the page shows', () => {
    const [daily] = seriesTables(view, '/factors', { code: 'x' })
    expect(daily && tableAddress(daily, 'csv')).toBe(
      '/api/v1/factors/x/daily.csv?from=2024-01-01&to=2024-08-30&version=3.5f3a9c1e&convention=geometric',
    )
    const replayed = { ...newest, parameters: { asOf: '2024-06-28', to: '2024-08-30' } }
    expect(seriesTables(replayed, '/portfolios', { code: 'x' }).map((table) => tableAddress(table, 'csv'))).toEqual([
      '/api/v1/portfolios/x/daily.csv?to=2024-06-28',
      '/api/v1/statistics.csv?series=x&to=2024-06-28',
      '/api/v1/months.csv?series=x&asOf=2024-06-28',
      '/api/v1/summaries.csv?series=x&asOf=2024-06-28',
    ])
    const weeksOf = (shown: View) => overviewTables(shown, undefined).find(({ name }) => name === 'weeks')?.query
    expect(weeksOf({ ...newest, market: 'US' })).toEqual([['market', 'US']])
    const [plain] = seriesTables(newest, '/factors', { code: 'x' })
    expect(plain && tableAddress(plain, 'csv')).toBe('/api/v1/factors/x/daily.csv')
  })
})
