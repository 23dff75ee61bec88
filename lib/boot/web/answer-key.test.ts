import type { IncomingHttpHeaders } from 'node:http'
import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { latestVersion } from '@/lib/db/latest-version'
import { isPagePath } from '@/lib/http/page-path'
import { emptyStore } from '@/lib/testing/database/test-store'
import { SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { config, proxy } from '@/proxy'
import { answerKey } from './answer-key'

const store = emptyStore()

const HOST = { host: 'desk.example' }

async function keyOf(url: string, headers: IncomingHttpHeaders = {}, method = 'GET') {
  return (await answerKey({ method, url, headers: { ...HOST, ...headers } }))?.key ?? null
}

describe('answerKey', () => {
  it('is the same for all addresses and headers with one meaning', async () => {
    const keys = [
      await keyOf('/'),
      await keyOf('/?utm_source=mail'),
      await keyOf('/', { 'accept-encoding': 'br', 'user-agent': 'x', cookie: 'other=1' }),
      await keyOf('/', { cookie: 'theme=unknown' }),
      await keyOf('/', {}, 'HEAD'),
    ]
    expect(new Set(keys).size).toBe(1)
    expect(keys[0]).toContain('/zh/v')
  })

  it('differs for whatever the answer depends on', async () => {
    const keys = [
      await keyOf('/'),
      await keyOf('/en'),
      await keyOf('/factors'),
      await keyOf('/factors?line=drawdown'),
      await keyOf('/?convention=geometric'),
      await keyOf('/', { cookie: 'a=b; theme=dark' }),
      await keyOf('/', { cookie: 'theme=dark; colours=green' }),
      await keyOf('/', { cookie: 'paper=letter' }),
      await keyOf('/weeks/2024-08-30/report.pdf'),
      await keyOf('/weeks/2024-08-30/report.pdf?paper=letter'),
      await keyOf('/', { host: 'other.example' }),
      await keyOf('/', { 'x-forwarded-proto': 'https' }),
      await keyOf('/api/v1/weeks.json'),
      await keyOf('/api/v1/weeks.json?limit=1'),
    ]
    expect(keys).not.toContain(null)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is the path of a file of the build, whatever the host, query and version', async () => {
    const file = '/_next/static/chunks/a.js'
    expect([await keyOf(file), await keyOf(`${file}?1`), await keyOf(file, { host: 'localhost:1' })]).toEqual([
      file,
      file,
      file,
    ])
  })

  it('differs after a load, for pages and tables', async () => {
    const before = [await keyOf('/'), await keyOf('/api/v1/weeks.json')]
    expect((await latestVersion()).id).toBe(0)
    await store.loadCatalogue(SAMPLE_CATALOGUE)
    expect((await latestVersion()).id).toBe(1)
    expect([await keyOf('/'), await keyOf('/api/v1/weeks.json')].filter((key) => before.includes(key))).toEqual([])
  })

  it.each([
    ['/', {}, 'POST'],
    ['/', { range: 'bytes=0-1' }, 'GET'],
    ['/', { rsc: '1' }, 'GET'],
    ['/', { 'next-router-prefetch': '1' }, 'GET'],
    ['/', { 'x-nextjs-data': '1' }, 'GET'],
    ['/weeks/2024-08-30/report.pdf', { 'x-only-if-made': '1' }, 'HEAD'],
    ['/weeks?date=2024-08-30', {}, 'GET'],
    ['//other.example/', {}, 'GET'],
    ['/a/../b', {}, 'GET'],
    ['/a%2fb', {}, 'GET'],
  ])('is null for %s with %j by %s, which is never kept', async (url, headers, method) => {
    expect(await keyOf(url, headers, method)).toBeNull()
  })

  it('gives the answer no header beyond the key', async () => {
    const headers = { ...HOST, cookie: 'theme=dark; theme=light; session=1', 'user-agent': 'x', accept: '*/*' }
    const known = await answerKey({ method: 'GET', url: '/', headers })
    expect(known?.headers).toEqual({ ...HOST, cookie: 'theme=dark' })
    expect(known?.key).toBe(await keyOf('/', { cookie: 'theme=dark' }))
  })

  it('has the packed path to which the proxy leads', async () => {
    const answer = await proxy(new NextRequest('http://desk.example/en/factors?line=drawdown&x=1'))
    const target = new URL(answer.headers.get('x-middleware-rewrite') ?? '').pathname
    expect((await keyOf('/en/factors?line=drawdown&x=1'))?.endsWith(` ${target}`)).toBe(true)
  })
})

it.each([
  '/',
  '/en',
  '/weeks/2024-08-30/summary.csv',
  '/weeks/2024-08-30/summary.png',
  '/charts/a.svg',
  '/charts',
  '/search-index/a',
  '/api/v1/weeks.json',
  '/apis',
  '/preferences',
  '/preferences/x',
  '/healthz',
  '/readyz',
  '/icon.svg',
  '/print.css',
  '/a/icon.svg',
  '/_next/static/a.js',
])('%s is a page if the proxy leads it', (path) => {
  expect(isPagePath(path)).toBe(new RegExp(`^${config.matcher}$`).test(path))
})
