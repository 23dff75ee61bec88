import { parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { emptyStore } from '@/lib/testing/database/test-store'
import {
  contributionsCsv,
  factorCsv,
  portfolioCsv,
  SAMPLE_CATALOGUE,
  SAMPLE_COMPONENTS,
} from '@/lib/testing/import/sample-files'
import { answerApi } from './answer-api'
import { ENDPOINTS } from './endpoints/all'
import { answerSchema, problemSchema } from './open-api'

const HOSTILE = '=HYPERLINK("http://evil.example","x")'
const page = answerSchema(z.object({})).extend({ rows: z.array(z.record(z.string(), z.unknown())) })

/** The required parameters of each endpoint. */
const QUERIES: Record<string, string> = {
  '/statistics': 'series=skewness',
  '/months': 'series=skewness,enhanced',
  '/correlations': 'series=skewness,enhanced',
}

const store = emptyStore()

beforeAll(async () => {
  const [first, ...others] = SAMPLE_CATALOGUE.factors
  const factors = first ? [{ ...first, nameEn: HOSTILE, nameZh: '+cmd,"引号"' }, ...others] : []
  await store.loadCatalogue({ ...SAMPLE_CATALOGUE, factors, components: SAMPLE_COMPONENTS })
  await store.load(
    factorCsv(
      '2024-08-27,skewness,0.02,0.01,0.005',
      '2024-08-28,skewness,-0.03,0.02,0.015',
      '2024-08-30,skewness,0.010000000000000002,-0.1,0.25',
    ),
  )
  await store.load(portfolioCsv('2024-08-29,enhanced,0.5,-0.5', '2024-08-30,enhanced,0.1,0.2'))
  await store.load(
    contributionsCsv(
      '2024-08-29,enhanced,style,size,0.3',
      '2024-08-29,enhanced,style,value,0.3',
      '2024-08-29,enhanced,selection,,0.4',
      '2024-08-30,enhanced,selection,,-0.1',
    ),
  )
})

/** Waits until a new version is visible, a quarter of a second after its load. */
const seen = () => new Promise((resolve) => setTimeout(resolve, 300))

function request(address: string, headers: Record<string, string> = {}): Promise<Response> {
  const url = new URL(`http://localhost/api/v1/${address}`)
  const segments = url.pathname.slice('/api/v1/'.length).split('/').map(decodeURIComponent)
  return answerApi(new Request(url, { headers }), segments, ENDPOINTS)
}

async function rowsOf(address: string): Promise<Record<string, unknown>[]> {
  const response = await request(address)
  expect(response.status, address).toBe(200)
  return page.parse(await response.json()).rows
}

const SPAN = 'from=2024-08-26&to=2024-08-30'

describe('the daily series of a factor', () => {
  it('has each trading day, nulls for a missing one, and lines up to it', async () => {
    const rows = await rowsOf(`factors/skewness/daily.json?from=2024-08-27&to=2024-08-30`)
    expect(rows.map(({ date }) => date)).toEqual(['2024-08-27', '2024-08-28', '2024-08-29', '2024-08-30'])
    expect(rows[2]).toMatchObject({
      long: null,
      longShort: null,
      longNav: null,
      relativeStrength: null,
      drawdown: null,
    })
    expect(rows[3]).toMatchObject({ long: 0.010000000000000002, short: -0.1, benchmark: 0.25, longNav: null })
    expect(rows[0]).toMatchObject({ longShort: 0.02 - 0.01, longExcess: 0.02 - 0.005, drawdown: 0 })
    const strength = (1.02 / 1.01) * (0.97 / 1.02)
    expect(rows[1]?.longNav).toBeCloseTo(1.02 * 0.97, 14)
    expect(rows[1]?.relativeStrength).toBeCloseTo(strength, 14)
    expect(rows[1]?.drawdown).toBeCloseTo(0.97 / 1.02 - 1, 14)
  })

  it('follows the convention', async () => {
    const [row] = await rowsOf('factors/skewness/daily.json?from=2024-08-27&convention=geometric')
    expect(row?.longShort).toBeCloseTo(1.02 / 1.01 - 1, 14)
  })

  it('is the same as CSV and as a workbook', async () => {
    const address = (format: string, lang = '') => `factors/skewness/daily.${format}?${SPAN}${lang}`
    const rows = await rowsOf(address('json'))
    const csv = await (await request(address('csv'))).text()
    const lines: string[][] = parse(csv)
    expect(lines[0]).toEqual(Object.keys(rows[0] ?? {}))
    expect(lines.slice(1)).toEqual(rows.map((row) => Object.values(row).map((cell) => String(cell ?? ''))))
    const workbook = Buffer.from(await (await request(address('xlsx', '&lang=zh'))).arrayBuffer())
    const [sheet] = await readXlsxFile(workbook)
    const dated = rows.map(({ date, ...cells }) => [new Date(String(date)), ...Object.values(cells)])
    expect(sheet?.data.slice(1)).toEqual(dated)
    expect(sheet?.data[0]?.slice(0, 2)).toEqual(['日期', '多头收益'])
  })

  it('has a byte-order mark for people, and none for scripts', async () => {
    const bytesOf = async (address: string) => new Uint8Array(await (await request(address)).arrayBuffer())
    expect([...(await bytesOf('factors/skewness/daily.csv')).slice(0, 4)]).toEqual([
      ...new TextEncoder().encode('date'),
    ])
    expect([...(await bytesOf('factors/skewness/daily.csv?lang=en')).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })
})

it('has the daily series of a portfolio', async () => {
  const rows = await rowsOf('portfolios/enhanced/daily.json?from=2024-08-29')
  expect(rows[0]).toMatchObject({ portfolio: 0.5, benchmark: -0.5, excess: 1, portfolioNav: 1.5, cumulativeExcess: 2 })
  expect(rows[1]?.drawdown).toBeCloseTo(1.1 / 1.2 - 1, 14)
})

it('never lets a name become a formula', async () => {
  const lines: string[][] = parse(await (await request('factors.csv')).text())
  const at = (name: string) => lines[1]?.[lines[0]?.indexOf(name) ?? -1]
  expect([at('nameEn'), at('nameZh')]).toEqual([`'${HOSTILE}`, `'+cmd,"引号"`])
  const workbook = Buffer.from(await (await request('factors.xlsx')).arrayBuffer())
  expect((await readXlsxFile(workbook))[0]?.data[1]).toContain(HOSTILE)
  expect(workbook.includes('<f>')).toBe(false)
  expect((await rowsOf('factors.json'))[0]?.nameEn).toBe(HOSTILE)
})

describe('conditional requests', () => {
  it.each(['factors.json', 'factors/skewness/daily.csv', 'weeks.json', 'versions.xlsx?lang=en'])(
    '%s',
    async (address) => {
      const etag = (await request(address)).headers.get('etag') ?? ''
      expect(etag).toMatch(/^"[\w-]{22}"$/)
      const known = await request(address, { 'if-none-match': `"x", ${etag}` })
      expect([known.status, known.headers.get('etag'), await known.text()]).toEqual([304, etag, ''])
      expect((await request(address, { 'if-none-match': '"x"' })).status).toBe(200)
    },
  )

  it('says how long an answer may be cached', async () => {
    const response = await request('factors/skewness/daily.json')
    const stamped = response.headers.get('x-data-version')
    const cachingOf = async (version: string) =>
      (await request(`factors/skewness/daily.json?version=${version}`)).headers.get('cache-control')
    expect(response.headers.get('cache-control')).toBe('public, no-cache')
    expect(await cachingOf('3')).toBe('public, max-age=3600')
    expect(await cachingOf(stamped ?? '')).toBe('public, max-age=31536000, immutable')
    expect((await request('factors.json?version=3.00000000')).status).toBe(404)
  })
})

describe('requests that cannot be answered', () => {
  it.each([
    ['factors/skewness/daily.json?from=2024-02-30', 'from', '2024-02-30'],
    ['factors/skewness/daily.json?to=yesterday', 'to', 'yesterday'],
    ['factors/skewness/daily.json?from=2024-08-30&to=2024-08-01', 'from', '2024-08-30'],
    ['factors/skewness/daily.json?convention=log', 'convention', 'log'],
    ['factors/skewness/daily.json?convention=arithmetic&convention=geometric', 'convention', 'arithmetic geometric'],
    ['factors/skewness/daily.json?codes=a', 'codes', 'a'],
    ['factors/skewness/daily.json?code=network', 'code', 'network'],
    ['factors/..%20/daily.json', 'code', '.. '],
    ['factors.json?version=0', 'version', '0'],
    ['factors.json?version=99', 'version', '99'],
    ['factors.json?version=3.x', 'version', '3.x'],
    ['factors.json?limit=0', 'limit', '0'],
    ['factors.json?limit=10001', 'limit', '10001'],
    ['factors.json?lang=xx', 'lang', 'xx'],
    ['factors.json?cursor=1', 'cursor', '1'],
    ['factors.json?cursor=3.00000000.00000000.1', 'cursor', '3.00000000.00000000.1'],
  ])('%s', async (address, parameter, value) => {
    const response = await request(address)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ])
    const { faults, detail } = problemSchema.parse(await response.json())
    expect(faults).toEqual([{ parameter, value, message: expect.stringContaining(parameter) }])
    expect(detail).toContain(value.split(' ')[0] ?? '')
  })

  it('names every bad parameter at once', async () => {
    const { faults } = problemSchema.parse(
      await (await request('factors/skewness/daily.json?from=x&to=y&limit=z')).json(),
    )
    expect(faults.map(({ parameter }) => parameter).toSorted()).toEqual(['from', 'limit', 'to'])
  })

  it.each(['factors', 'factors.xml', 'factors/skewness.json', 'nothing.json', 'factors/none/daily.json', '.json'])(
    'there is no %s',
    async (address) => {
      const response = await request(address)
      expect(response.status).toBe(404)
      expect(problemSchema.parse(await response.json()).detail).toMatch(/^There is no /)
    },
  )
})

describe('pages', () => {
  it('neither lose nor repeat rows while a new version is loaded', async () => {
    const address = `factors/skewness/daily.json?${SPAN}`
    const whole = await rowsOf(address)
    const read: Record<string, unknown>[] = []
    let next: string | null = `${address}&limit=2`
    while (next !== null) {
      const response = await request(next)
      const answer = page.parse(await response.json())
      const link: string | undefined = /^<\/api\/v1\/(.*)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1]
      expect(link === undefined).toBe(answer.next === null)
      expect(answer.total).toBe(whole.length)
      read.push(...answer.rows)
      if (read.length === 2) {
        await store.load(factorCsv('2024-08-29,skewness,0.5,0.5,0.5', '2024-08-30,skewness,0.5,0.5,0.5'))
        await seen()
      }
      next = link ?? null
    }
    expect(read).toEqual(whole)
    expect(await rowsOf(address)).not.toEqual(whole)
  })

  it('continue in another format, but only for the same request', async () => {
    const first = page.parse(await (await request('factors.json?limit=1')).json())
    const second = await (await request(`factors.csv?limit=1&cursor=${first.next}`)).text()
    expect(second).toContain('network')
    expect(second).not.toContain('skewness')
    expect((await request(`portfolios.json?cursor=${first.next}`)).status).toBe(400)
    expect((await request(`factors.json?version=1&cursor=${first.next}`)).status).toBe(400)
  })
})

/** Endpoints with rows in this store, which has no coefficients, no indices, no year of weeks and no editions: other tests read those. */
const WITHOUT_ROWS = ['/factors/{code}/ic', '/indices', '/indices/returns', '/similar-weeks', '/editions']
const WITH_ROWS = ENDPOINTS.filter(({ path }) => !WITHOUT_ROWS.includes(path))

it.each(WITH_ROWS)('answers $path according to its schema', async (endpoint) => {
  const code = endpoint.path.startsWith('/portfolios') ? 'enhanced' : 'skewness'
  const query = endpoint.path in QUERIES ? `?${QUERIES[endpoint.path]}` : ''
  const response = await request(`${endpoint.path.slice(1).replace('{code}', code)}.json${query}`)
  const { rows } = answerSchema(endpoint.row).parse(await response.json())
  expect(rows.length).toBeGreaterThan(0)
})

it('lists versions, newest first, and weeks with the last trading day of each', async () => {
  const versions = await rowsOf('versions.json?version=3')
  expect(versions.map(({ id, rowsNew }) => [id, rowsNew])).toEqual([
    [3, 2],
    [2, 3],
    [1, expect.anything()],
  ])
  expect(await rowsOf('weeks.json?version=2')).toEqual([
    { asOf: '2024-08-30', isoYear: 2024, isoWeek: 35, monday: '2024-08-26', days: 4, isProvisional: false },
  ])
  expect(await rowsOf('weeks.json?to=2024-08-23')).toEqual([])
})

it('lists the closures of a market, and the years in which they are not known', async () => {
  expect(await rowsOf('closures.json?market=CN&from=2024-02-01&to=2024-04-04')).toMatchObject([
    { market: 'CN', date: '2024-02-09', kind: 'closed', name: 'Spring Festival' },
    ...['2024-02-12', '2024-02-13', '2024-02-14', '2024-02-15', '2024-02-16'].map((date) => ({ date })),
    { date: '2024-04-04', name: 'Qingming' },
  ])
  expect(
    (await rowsOf('markets.json')).map(({ code, calendar, provisionalYears }) => [code, calendar, provisionalYears]),
  ).toEqual([['CN', 'XSHG', '']])
})
