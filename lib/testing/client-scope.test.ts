/**
 * What a client may not see appears on no surface: everything else in the store has a name and a code with "secretive" or 密藏,
 * and each page, file, picture and table is read in full.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { requestedView } from '@/lib/address/page-view'
import { findWeek } from '@/lib/analysis/weeks/find-week'
import { ENDPOINTS } from '@/lib/api/endpoints/all'
import { answerKey } from '@/lib/boot/web/answer-key'
import { latestVersion } from '@/lib/db/latest-version'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getContributions } from '@/lib/db/queries/get-contributions'
import { getFactorQuality } from '@/lib/db/queries/get-factor-quality'
import { getRestatements } from '@/lib/db/queries/get-restatements'
import { getReturns } from '@/lib/db/queries/get-returns'
import { getSeriesEnds } from '@/lib/db/queries/get-series-ends'
import { getReportOrder } from '@/lib/pdf/get-report-order'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { inScope, OutOfScope } from '@/lib/scope/current-scope'
import type { ReadScope } from '@/lib/scope/read-scope'
import { rename } from '@/lib/store/rename/rename'
import { emptyStore } from '@/lib/testing/database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from './import/sample-files'
import { ORIGIN, readApi, segmentOf } from './pages/in-process'
import { openPage } from './pages/open-page'

const store = emptyStore()
const HIDDEN = /secretive|密藏/i
const WEEK = '2024-07-05'
const DAYS = ['2024-06-27', '2024-06-28', '2024-07-01', '2024-07-02', '2024-07-03', '2024-07-04', '2024-07-05']

const hidden = { nameZh: '密藏', nameEn: 'Secretive', shortNameZh: '密藏', shortNameEn: 'Secretive' }
const [SKEWNESS = never(), NETWORK = never()] = SAMPLE_CATALOGUE.factors
const [ENHANCED = never()] = SAMPLE_CATALOGUE.portfolios
const CATALOGUE = {
  ...SAMPLE_CATALOGUE,
  // The hidden market comes first, so that everything meant for "the first market" is tried.
  markets: [{ code: 'A-secretive', nameZh: '密藏市场', nameEn: 'Secretive market' }, ...SAMPLE_CATALOGUE.markets],
  families: [
    { code: 'secretive-family', position: 1, nameZh: '密藏族', nameEn: 'Secretive family' },
    { code: 'intraday', position: 2, nameZh: '日内', nameEn: 'Intraday' },
  ],
  factors: [
    {
      ...NETWORK,
      ...hidden,
      code: 'secretive-abroad',
      position: 1,
      marketCode: 'A-secretive',
      familyCode: 'secretive-family',
    },
    { ...SKEWNESS, position: 2, nameEn: 'Skewness', shortNameEn: 'Skewness' },
    { ...NETWORK, ...hidden, code: 'secretive-network', position: 3, familyCode: 'secretive-family' },
  ],
  portfolios: [{ ...ENHANCED, ...hidden, code: 'secretive-portfolio', alphaFactorCode: 'secretive-network' }],
  reportIssues: [
    { ...SAMPLE_CATALOGUE.reportIssues[0], weekEnd: WEEK, issueDate: WEEK, titleZh: '密藏', titleEn: 'Secretive' },
  ],
}

/** Grants of one series, in a market with others. */
const CLIENT: ReadScope = { markets: null, series: ['skewness'], drafts: false, until: null }
const asClient = <Result>(run: () => Result): Result => inScope(CLIENT, run)

beforeAll(async () => {
  await store.loadCatalogue(CATALOGUE)
  const rows = ['skewness', 'secretive-network', 'secretive-abroad'].flatMap((code) =>
    DAYS.map((day) => `${day},${code},${code === 'skewness' ? '0.01,0.003,0.002' : '0.02,0.01,0.015'}`),
  )
  await store.load(factorCsv(...rows), { today: WEEK })
  const portfolio = [
    'date,series,portfolio,benchmark',
    ...DAYS.map((day) => `${day},secretive-portfolio,0.02,0.01`),
    '',
  ]
  await store.load(portfolio.join('\n'), { today: WEEK, name: 'portfolio.csv' })
  await store.load(factorCsv(`${WEEK},secretive-network,0.5,0.01,0.015`), { today: WEEK, name: 'restated.csv' })
})

it('has something to hide', async () => {
  expect(await openPage(`/weeks/${WEEK}`)).toMatch(HIDDEN)
  expect((await getRestatements({ version: 4, from: WEEK, to: WEEK })).length).toBe(1)
})

describe('a client of one series', () => {
  it.each([
    '/',
    '/weeks',
    `/weeks/${WEEK}`,
    '/methodology',
    '/factors',
    '/factors/skewness',
    '/portfolios',
    '/compare',
  ])('sees nothing else on %s', async (path) => {
    for (const locale of ['en', 'zh'] as const) {
      const html = await asClient(() => openPage(path, locale))
      expect(html).not.toMatch(HIDDEN)
      expect(html).not.toContain('A-secretive')
    }
  })

  it('has no link to a page that is not for clients', async () => {
    const html = await asClient(() => openPage(`/weeks/${WEEK}`))
    expect(html).toContain('Skewness')
    const hrefs = [...html.matchAll(/ href="(\/[^"]*)"/g)].map(([, href = '']) => href)
    expect(hrefs.length).toBeGreaterThan(10)
    expect(hrefs.filter((href) => /^\/en\/(factors|portfolios|compare|data)\b|^\/api\//.test(href))).toEqual([])
  })

  it.each(['summary.csv', 'mail.html', 'copy.json'])('finds nothing else in %s', async (file) => {
    const routes: Record<string, () => Promise<{ GET: (request: Request, context: Context) => Promise<Response> }>> = {
      'summary.csv': () => import('@/app/[locale]/[view]/weeks/[date]/summary.csv/route'),
      'mail.html': () => import('@/app/[locale]/[view]/weeks/[date]/mail.html/route'),
      'copy.json': () => import('@/app/[locale]/[view]/weeks/[date]/copy.json/route'),
    }
    const text = await asClient(async () => {
      const route = await routes[file]?.()
      const params = Promise.resolve({ locale: 'en', view: await segmentOf(''), date: WEEK })
      const answer = await route?.GET(new Request(`${ORIGIN}/en/weeks/${WEEK}/${file}`), { params })
      return answer?.text() ?? ''
    })
    expect(text).toMatch(/skewness/i)
    expect(text).not.toMatch(HIDDEN)
  })

  it('finds nothing else in what the PDF is made from', async () => {
    const order = await asClient(async () => {
      const found = await findWeek({ version: 4 }, WEEK)
      if (found.kind !== 'week') throw new Error(found.kind)
      const shown = { version: 4, locale: 'en', convention: 'arithmetic', colours: 'red', paper: 'a4' } as const
      return getReportOrder('report', { ...shown, days: found.days, asOf: WEEK, publisher: thePublisher() })
    })
    const text = JSON.stringify(order)
    expect(text).toContain('skewness')
    expect(text).not.toMatch(HIDDEN)
  })

  it('searches among what may be opened', async () => {
    const index = await asClient(async () => {
      const { GET } = await import('@/app/search-index/[...path]/route')
      const { id, stamp } = await latestVersion()
      return (
        await GET(new Request(ORIGIN), { params: Promise.resolve({ path: [`v${id}.${stamp}`, 'en.json'] }) })
      ).json()
    })
    expect(JSON.stringify(index)).not.toMatch(HIDDEN)
    const paths = index.entries.flatMap(({ command }: { command: { path?: string } }) => command.path ?? [])
    const pages = paths.map((path: string) => path.split(/[?#]/)[0]).filter((path: string) => !path.includes('.'))
    expect(new Set(pages)).toEqual(new Set(['/', '/weeks', '/methodology']))
    expect(index.weeks).toEqual([WEEK, '2024-06-28'])
  })

  it('gets no row, count or range of another series from any table', async () => {
    for (const { path, parameters } of ENDPOINTS) {
      if (/\{/.test(path) || !parameters.safeParse({}).success) continue
      const answer = await asClient(() => readApi(`${path.slice(1)}.json`)).catch((error: Error) => error.message)
      expect(JSON.stringify(answer), path).not.toMatch(HIDDEN)
    }
    const catalogue = await asClient(() => getCatalogue({ version: 4 }))
    expect(catalogue.factors.map(({ code, position }) => [code, position])).toEqual([['skewness', 1]])
    expect([catalogue.markets.length, catalogue.families.length, catalogue.portfolios.length]).toEqual([1, 1, 0])
  })

  it('gets nothing by the codes of others, whoever asks the store', async () => {
    const codes = ['secretive-network', 'secretive-abroad', 'secretive-portfolio']
    const found = await asClient(() =>
      Promise.all([
        getReturns('factor_returns', { version: 4, to: WEEK, codes }),
        getReturns('portfolio_returns', { version: 4, to: WEEK }),
        getContributions({ version: 4, to: WEEK, codes }),
        getFactorQuality({ version: 4, code: 'secretive-network', to: WEEK }),
        getRestatements({ version: 4, from: WEEK, to: WEEK, codes }),
        getRestatements({ version: 4, from: WEEK, to: WEEK }),
      ]),
    )
    expect(found.flat()).toEqual([])
    const ends = await asClient(() => getSeriesEnds({ version: 4 }))
    expect(ends.map(({ code }) => code)).toEqual(['skewness'])
    expect((await getSeriesEnds({ version: 4 })).length).toBe(4)
  })

  it('gets the same returns as the desk for the own series, whoever asked first', async () => {
    const ask = () => getReturns('factor_returns', { version: 4, to: WEEK })
    const [desk, client, again] = [await ask(), await asClient(ask), await ask()]
    expect(desk.length).toBe(3)
    expect(client).toEqual(desk.filter(({ code }) => code === 'skewness'))
    expect(again).toEqual(desk)
  })

  it('is refused the lists of loads', async () => {
    for (const path of ['/data', '/data/4']) await expect(asClient(() => openPage(path))).rejects.toThrow(OutOfScope)
  })
})

describe('a code that was not granted', () => {
  /** Returns status and text of an answer, with the code that was asked for as CODE. */
  const read = (code: string, answer: () => Promise<Response>) =>
    asClient(async () => {
      const { status, text } = await answer().then(async (got) => ({ status: got.status, text: await got.text() }))
      return { status, text: text.replaceAll(code, 'CODE') }
    })

  const chartOf = async (code: string) => {
    const { GET } = await import('@/app/charts/[...path]/route')
    const { id, stamp } = await latestVersion()
    const path = [`v${id}.${stamp}`, WEEK, 'relative-strength', code, 'en-arithmetic.csv']
    return GET(new Request(`${ORIGIN}/charts/${path.join('/')}`), { params: Promise.resolve({ path }) })
  }
  const apiOf = async (address: string) => {
    const { GET } = await import('@/app/api/v1/[...path]/route')
    const url = new URL(`${ORIGIN}/api/v1/${address}`)
    const path = url.pathname.slice('/api/v1/'.length).split('/')
    return GET(new Request(url), { params: Promise.resolve({ path }) })
  }

  it.each([
    ['a chart', chartOf],
    ['a table of days', (code: string) => apiOf(`factors/${code}/daily.json`)],
    ['statistics', (code: string) => apiOf(`statistics.json?series=${code}`)],
    ['correlations', (code: string) => apiOf(`correlations.json?series=skewness,${code}`)],
    ['a week of a market', (code: string) => apiOf(`weeks.json?market=${code}`)],
  ])('is answered as one that does not exist: %s', async (_, ask) => {
    const none = await read('none-such', () => ask('none-such'))
    for (const code of ['secretive-network', 'secretive-abroad', 'secretive-portfolio', 'A-secretive']) {
      expect(await read(code, () => ask(code)), code).toEqual(none)
    }
  })

  it('has no page, like any other', async () => {
    const errorOf = (code: string) =>
      asClient(() => openPage(`/factors/${code}`)).catch((error: Error & { digest?: string }) => error.digest)
    expect(await errorOf('secretive-network')).toBe(await errorOf('none-such'))
    expect(await errorOf('none-such')).toContain('404')
  })

  it('has no address under an old code either', async () => {
    await rename(
      { series: 'secretive-network', to: 'secretive-new', reason: null },
      { loadedBy: 'test', dryRun: false },
    )
    const moved = await chartOf('secretive-network')
    expect(moved.status).toBe(308)
    const hiddenOne = await read('secretive-network', () => chartOf('secretive-network'))
    expect(hiddenOne).toEqual(await read('none-such', () => chartOf('none-such')))
  })
})

describe('what is kept', () => {
  it('has another key for each scope', async () => {
    const keyOf = async (url: string) => (await answerKey({ method: 'GET', url, headers: { host: 'a' } }))?.key
    for (const url of ['/', '/charts/a', '/api/v1/weeks.json', '/search-index/a']) {
      const scopes: ReadScope[] = [CLIENT, { ...CLIENT, series: [] }, { ...CLIENT, series: null }]
      const keys = await Promise.all([keyOf(url), ...scopes.map((scope) => inScope(scope, () => keyOf(url)))])
      expect(new Set(keys).size, url).toBe(4)
    }
    const file = '/_next/static/a.js'
    expect(await asClient(() => keyOf(file))).toBe(await keyOf(file))
  })

  it('is no page of another scope, whose path is no address', async () => {
    const [desk, client] = [await segmentOf(''), await asClient(() => segmentOf(''))]
    expect(client).toMatch(/~scope\.[0-9a-f]{32}$/)
    expect([requestedView('en', desk)?.scope, requestedView('en', client)]).toEqual([undefined, null])
    expect(asClient(() => requestedView('en', desk))).toBeNull()
    expect(asClient(() => requestedView('en', client))?.scope).toBe(client.split('scope.')[1])
  })
})

interface Context {
  params: Promise<{ locale: string; view: string; date: string }>
}

function never(): never {
  throw new Error('the sample catalogue has two factors and a portfolio')
}
