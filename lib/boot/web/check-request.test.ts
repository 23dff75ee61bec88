import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { refusalOf } from './check-request'

const ask = (url: string, more: { method?: string; headers?: { host?: string } } = {}) =>
  refusalOf({ method: 'GET', url, headers: { host: 'localhost' }, ...more }, (host) => host === 'localhost')?.status

it.each(['/', '/?', '/en?version=2&order=report', '/%E6%97%A5', '/?%', `/?${'a&'.repeat(63)}a`, '/a//b?c?d'])(
  'lets %s through',
  (url) => expect(ask(url)).toBeUndefined(),
)

it.each(['*', 'http://localhost/', 'ftp://localhost/', '?a', '', '/%', '/%E0%A4%A', `/?${'a&'.repeat(64)}a`])(
  'refuses %s',
  (url) => expect(ask(url)).toBe(400),
)

it('counts seven thousand parameters no longer than needed', () => {
  const url = `/?${'a&'.repeat(7_000)}`
  const begun = performance.now()
  for (let round = 0; round < 1_000; round += 1) ask(url)
  expect(performance.now() - begun).toBeLessThan(500)
})

it('refuses TRACE, what no page takes, and a host name that it does not know, which it quotes', () => {
  expect(ask('/', { method: 'TRACE' })).toBe(405)
  expect(ask('/', { method: 'OPTIONS' })).toBeUndefined()
  for (const url of ['/', '/en/weeks/2024-08-30', '/charts/a.svg', '/apis/a', '/preferences/a']) {
    expect(ask(url, { method: 'POST' }), url).toBe(405)
  }
  for (const url of ['/api/uploads?locale=en', '/preferences', '/preferences?to=/']) {
    expect(ask(url, { method: 'POST' }), url).toBeUndefined()
  }
  expect(ask('/', { headers: {} })).toBeUndefined()
  const { status, text } = refusalOf({ method: 'GET', url: '/', headers: { host: 'a"\n' } }, () => false) ?? {}
  expect(status).toBe(421)
  expect(text).toContain('"a\\"\\n"')
  expect(text).toContain('PUBLIC_URL')
})

it('lets other methods through to every address that takes them', () => {
  const routes = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'))
  const writing = routes.filter((file) => /\b(?:POST|PUT|PATCH|DELETE)\b/.test(readFileSync(join('app', file), 'utf8')))
  const addresses = writing.map((file) => `/${dirname(file).replaceAll('\\', '/')}`)
  expect(addresses).toContain('/preferences')
  expect(addresses.filter((address) => ask(address, { method: 'POST' }) === 405)).toEqual([])
})
