import { expect, it } from 'vitest'
import { embedOrigin } from '@/lib/access/embeds/embed-origins'
import { forOtherSites, preflightAnswer } from './cross-origin'

const LISTED = 'https://desk.example'
const origins = async () => [LISTED, 'https://other.example']
const answer = {
  status: 200,
  headers: { vary: 'accept-encoding', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" },
  body: Buffer.alloc(0),
}
const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') => ({ method, url, headers })
const preflight = (origin: string, wanted = 'GET', url = '/api/v1/factors.json') =>
  preflightAnswer(ask(url, { origin, 'access-control-request-method': wanted }, 'OPTIONS'), origins)

it('lets pages of listed sites read the API, without cookies, and no others', async () => {
  const headersFor = async (origin: string, url = '/api/v1/factors.json', method = 'GET') =>
    (await forOtherSites(ask(url, { origin }, method), answer, origins)).headers as Record<string, string>
  const allowed = await headersFor(LISTED)
  expect(allowed).toMatchObject({ 'access-control-allow-origin': LISTED, vary: 'accept-encoding, origin' })
  expect(allowed).not.toHaveProperty('access-control-allow-credentials')
  for (const origin of ['https://evil.example', 'null', `${LISTED}.evil.example`, 'http://desk.example', '*']) {
    const refused = await headersFor(origin)
    expect(refused, origin).not.toHaveProperty('access-control-allow-origin')
    expect(refused.vary).toBe('accept-encoding, origin')
  }
  for (const url of ['/en/factors', '/charts/a', '/api/auth/account']) {
    expect(await headersFor(LISTED, url), url).not.toHaveProperty('access-control-allow-origin')
  }
  expect(await headersFor(LISTED, '/api/v1/imports', 'POST')).not.toHaveProperty('access-control-allow-origin')
})

it('answers preflights of listed sites for reading alone', async () => {
  expect(await preflight(LISTED)).toMatchObject({
    status: 204,
    headers: {
      'access-control-allow-origin': LISTED,
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'authorization',
      vary: 'origin',
    },
  })
  expect(await preflight('https://evil.example')).toBeNull()
  expect(await preflight(LISTED, 'POST')).toBeNull()
  expect(await preflight(LISTED, 'GET', '/api/auth/account')).toBeNull()
})

it('lets exactly the listed sites frame embeds, and no other page', async () => {
  const policyOf = async (url: string, listed = origins) =>
    (await forOtherSites(ask(url), answer, listed)).headers['content-security-policy']
  const framed = "default-src 'none'; frame-ancestors https://desk.example https://other.example"
  for (const url of [
    '/embed/chart/skewness/legs',
    '/en/s/secret/embed/table/2024-08-30/1',
    '/s/secret/embed/x?lang=en',
  ]) {
    expect(await policyOf(url), url).toBe(framed)
  }
  for (const url of ['/s/secret', '/en/s/embed', '/en/factors', '/admin/embed/x', '/sign-in?x=/embed/']) {
    expect(await policyOf(url), url).toBe("default-src 'none'; frame-ancestors 'none'")
  }
  expect(await policyOf('/embed/chart/skewness/legs', async () => [])).toContain("frame-ancestors 'none'")
})

it.each([
  ['https://desk.example', 'https://desk.example'],
  ['https://desk.example/', 'https://desk.example'],
  ['https://desk.example:8443', 'https://desk.example:8443'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['http://desk.example', undefined],
  ['https://desk.example/path', undefined],
  ['https://*.example', undefined],
  ['https://user@desk.example', undefined],
  ["https://a.example; script-src 'unsafe-inline'", undefined],
  ['javascript:alert(1)', undefined],
  ['*', undefined],
  ['', undefined],
])('%s is the site %s', (text, origin) => expect(embedOrigin.safeParse(text).data).toBe(origin))
