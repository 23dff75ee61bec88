/** What readers by a share link are admitted to: written here by hand, and not read from the access table. */
import { expect, it } from 'vitest'
import type { Reader } from '@/lib/access/reader'
import type { SharedReading } from '@/lib/scope/read-scope'
import { admissionOf, answerFor } from './admission'

const COMMON = {
  id: 'link',
  client: 'Yangtze Pension',
  market: 'CN',
  version: 4,
  stamp: '5f3a9c1e',
  expires: '2026-12-14',
}
const EDITION: SharedReading = {
  ...COMMON,
  shown: {
    kind: 'edition',
    asOf: '2024-08-30',
    number: 1,
    convention: 'arithmetic',
    published: '2024-09-01',
    later: null,
  },
}
const SERIES: SharedReading = { ...COMMON, shown: { kind: 'series', code: 'skewness', page: 'factors' } }
const GEOMETRIC: SharedReading = { ...EDITION, shown: { ...EDITION.shown, convention: 'geometric' } as never }

function readerOf(share: SharedReading): Reader {
  return { kind: 'share', id: share.id, name: share.client, role: 'client', grants: null, tokenScopes: null, share }
}

async function ask(share: SharedReading, url: string, method = 'GET', headers: Record<string, string> = {}) {
  const request = { method, url, headers: { host: 'desk.example', cookie: 'x=1', ...headers } }
  return admissionOf(request, async () => readerOf(share))
}

const WEEK = '/weeks/2024-08-30'
const FILES = [
  'report.pdf',
  'one-page.pdf',
  'summary.csv',
  'summary.xlsx',
  'summary.png',
  'portrait.png',
  'mail.html',
  'mail.eml',
  'copy.json',
]
const OF_EDITION = [
  WEEK,
  `/en${WEEK}`,
  `${WEEK}?market=CN`,
  `${WEEK}?sort=-week`,
  ...FILES.map((file) => `${WEEK}/${file}`),
  '/charts/v4.5f3a9c1e/2024-08-30/legs/skewness/wide-light-red-zh-arithmetic.svg',
  '/charts/v4.5f3a9c1e/2024-08-30/legs/skewness/zh-arithmetic.json',
  '/charts/v4.5f3a9c1e/2024-08-30/sheet/lines-0/wide-light-red-zh-arithmetic.svg',
]
const OF_SERIES = [
  '/factors/skewness',
  '/en/factors/skewness?from=2024-01-02',
  '/factors/skewness/factsheet.pdf',
  '/charts/v4.5f3a9c1e/2024-08-30/legs/skewness/wide-light-red-zh-arithmetic.svg',
  '/charts/v4.5f3a9c1e/2024-08-30/legs/skewness/zh-arithmetic.json',
  '/charts/v4.5f3a9c1e/2024-08-29/drawdowns/skewness/zh-geometric.json',
]
const OF_NEITHER = [
  '/',
  '/en',
  '/weeks',
  '/weeks/2024-08-23',
  '/weeks/2024-08-29',
  '/weeks/2024-08-23/report.pdf',
  `${WEEK}/reconciliation`,
  `${WEEK}/editions`,
  `${WEEK}/editions/2/report.pdf`,
  `${WEEK}/edit`,
  `${WEEK}?version=4`,
  `${WEEK}?version=3`,
  `${WEEK}?market=HK`,
  `${WEEK}?market=CN&market=HK`,
  '/factors',
  '/factors/network',
  '/factors/network/factsheet.pdf',
  '/factors/skewness?version=3',
  '/portfolios',
  '/portfolios/skewness',
  '/compare',
  '/compare?series=skewness,network',
  '/data',
  '/data/4',
  '/methodology',
  '/templates/catalogue.xlsx',
  '/account',
  '/admin',
  '/admin/links',
  '/charts/v3.5f3a9c1e/2024-08-30/legs/skewness/wide-light-red-zh-arithmetic.svg',
  '/charts/v4.00000000/2024-08-30/legs/skewness/wide-light-red-zh-arithmetic.svg',
  '/charts/v4.5f3a9c1e/2024-09-06/legs/network/wide-light-red-zh-arithmetic.svg',
  '/embed/chart/skewness/legs',
  '/search-index/v4.5f3a9c1e/en.json',
  '/api/v1/factors.json',
  '/api/v1/editions.json',
  '/api/v1/openapi.json',
]
const FORMS: [name: string, method: string, headers: Record<string, string>, url?: (url: string) => string][] = [
  ['plain', 'GET', {}],
  ['HEAD', 'HEAD', {}],
  ['RSC', 'GET', { rsc: '1' }],
  ['prefetch', 'GET', { rsc: '1', 'next-router-prefetch': '1' }],
  ['slash at the end', 'GET', {}, (url) => url.replace(/(?<=[^/])(?=\?|$)/, '/')],
]

const KINDS: [name: string, share: SharedReading, theirs: string[]][] = [
  ['an edition', EDITION, OF_EDITION],
  ['a series', SERIES, OF_SERIES],
]

it.each(KINDS)('the link of %s shows what it was made for and nothing else, in each form', async (_, share, theirs) => {
  const all = [...new Set([...OF_EDITION, ...OF_SERIES, ...OF_NEITHER])]
  for (const url of all) {
    for (const [name, method, headers, write] of FORMS) {
      const found = await ask(share, write?.(url) ?? url, method, headers)
      expect.soft(found.kind === 'admitted', `${name} ${url}`).toBe(theirs.includes(url))
      if (found.kind === 'admitted') expect.soft(found.audience).toBe('share')
      // Whatever else somebody asks for does not exist, and is no different from what never did.
      if (found.kind === 'refused') expect.soft(found.answer.status, `${name} ${url}`).toBe(404)
      if (found.kind === 'refused-page') expect.soft(found.url).toMatch(/^(?:\/en)?\/problem$/)
    }
  }
})

it.each(KINDS)('the link of %s changes nothing', async (_, share) => {
  const paths = [
    '/api/v1/imports',
    '/api/v1/editions',
    '/api/auth/links',
    '/api/auth/account',
    '/api/auth/admin',
    WEEK,
    '/data/load',
  ]
  for (const path of paths) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const { kind } = await ask(share, path, method, { origin: 'http://desk.example' })
      expect.soft(kind, `${method} ${path}`).not.toBe('admitted')
    }
  }
})

it('an edition has its own convention alone', async () => {
  const kindOf = async (share: SharedReading, url: string) => (await ask(share, url)).kind
  expect(await kindOf(EDITION, `${WEEK}?convention=arithmetic`)).toBe('admitted')
  expect(await kindOf(EDITION, `${WEEK}?convention=geometric`)).toBe('refused-page')
  expect(await kindOf(GEOMETRIC, `${WEEK}?convention=geometric`)).toBe('admitted')
  expect(await kindOf(GEOMETRIC, WEEK)).toBe('refused-page')
  const chart = '/charts/v4.5f3a9c1e/2024-08-30/legs/skewness/wide-light-red-zh-geometric.svg'
  expect([await kindOf(EDITION, chart), await kindOf(GEOMETRIC, chart)]).toEqual(['refused', 'admitted'])
})

it('a picture of an edition ends with its week', async () => {
  const chart = (end: string) =>
    `/charts/v4.5f3a9c1e/2024-08-30/relative-strength/skewness/full-light-red-zh-arithmetic-20240102.${end}.log.svg`
  expect((await ask(EDITION, chart('20240830'))).kind).toBe('admitted')
  expect((await ask(EDITION, chart('20240831'))).kind).toBe('refused')
})

it('a picture of an edition is of a kind that the page of the week has', async () => {
  const chart = (kind: string) => `/charts/v4.5f3a9c1e/2024-08-30/${kind}/skewness/wide-light-red-zh-arithmetic.svg`
  for (const kind of ['relative-strength', 'legs', 'week-columns']) {
    expect((await ask(EDITION, chart(kind))).kind, kind).toBe('admitted')
  }
  for (const kind of ['rolling-return', 'distribution', 'outline', 'ic', 'series-chart']) {
    expect((await ask(EDITION, chart(kind))).kind, kind).toBe('refused')
  }
})

it('a scope has one market, one week and one version, and is another one for each link', async () => {
  const found = await ask(EDITION, WEEK)
  const other = await ask({ ...EDITION, id: 'another' }, WEEK)
  if (found.kind !== 'admitted' || other.kind !== 'admitted') throw new Error('refused')
  expect(found.scope).toMatchObject({
    markets: ['CN'],
    series: null,
    drafts: false,
    until: '2024-08-30',
    weeks: ['2024-08-30'],
  })
  expect(found.scope).not.toEqual(other.scope)
})

it('nothing that a link shows is kept, listed, or named to another site', () => {
  const answer = { status: 200, headers: { 'cache-control': 'public, max-age=31536000' }, body: Buffer.alloc(0) }
  expect(answerFor('share', answer).headers).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  })
})

it('says to whoever had opened a link that it has ended; everybody else signs in', async () => {
  const whereTo = async (cookie: string) => {
    const found = await admissionOf({ method: 'GET', url: `/en${WEEK}`, headers: { cookie } }, async () => null)
    return found.kind === 'refused' ? found.answer.headers.location : found.kind
  }
  expect(await whereTo('factor-weekly.share=a.1.b')).toBe('/en/s/ended')
  expect(await whereTo('theme=dark')).toBe(`/en/sign-in?to=${encodeURIComponent(`/en${WEEK}`)}`)
})
