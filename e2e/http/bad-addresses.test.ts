/** Addresses, methods and headers that lead nowhere. */
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { BASE_URL } from './client'
import { rawRequest } from './raw-request'

const LONG = 'a'.repeat(5000)

/** Addresses without a page: 404, or 400 for a malformed request. */
const NOWHERE = [
  '/nonsense',
  '/factors/no-such-factor',
  '/factors/csi500-ai-enhanced',
  '/factors/improved-reversal/more',
  '/factors/Improved-Reversal',
  '/factors/constructor',
  '/factors/__proto__',
  '/portfolios/no-such-portfolio',
  '/portfolios/improved-reversal',
  '/weeks/2024-02-30',
  '/weeks/2024-13-01',
  '/weeks/20240830',
  '/weeks/2024-8-30',
  '/weeks/yesterday',
  '/weeks/-1',
  '/weeks/2024-08-30/more',
  '/weeks/0000-00-00',
  '/weeks/0000-01-01',
  '/weeks/0001-01-01',
  '/factors/improved-reversal?to=0001-01-01',
  '/factors/improved-reversal?asOf=0000-01-01',
  '/compare?series=improved-reversal&from=0001-01-01',
  '/weeks/0001-01-01/summary.csv',
  '/factors/improved-reversal/factsheet.pdf?asOf=0000-01-01',
  '/api/v1/factors/improved-reversal/daily?from=0001-01-01',
  '/?version=999',
  '/?version=abc',
  '/?version=0',
  '/?version=-1',
  '/?version=1.0',
  '/?version=',
  '/?version=99999999999999999999',
  '/?version=1%00',
  '/?version=1&version=2',
  '/?convention=x',
  '/?convention=',
  '/?convention=geometric&convention=geometric',
  '/?order=x',
  '/?order=report&order=family',
  '/factors/improved-reversal?from=2024-02-30',
  '/factors/improved-reversal?from=',
  '/factors/improved-reversal?from=2020-01-01&from=2021-01-01',
  '/portfolios/csi500-ai-enhanced?from=2021-01-01&to=2020-01-01',
  `/factors/improved-reversal?to=${LONG}`,
  `/${LONG}`,
  `/factors/${LONG}`,
  `/weeks/${LONG}`,
  `/?version=${LONG}`,
  `/?convention=${LONG}`,
  '/factors%2Fimproved-reversal',
  '/factors/improved%2Freversal',
  '/factors/%00',
  '/weeks/2024-08-30%00',
  '/%00',
  '/%E0%A4%A',
  '/factors/%E0%A4%A',
  '/weeks/%E0%A4%A',
  '/factors/%FF',
  '/factors/../../etc/passwd',
  '/../../../../etc/passwd',
  '/..%2f..%2fetc/passwd',
  '/factors/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '/.env',
  '/.git/config',
  '/package.json',
  '/_next/static/../../package.json',
  '/zh',
  '/zh/v5-arithmetic-family-auto-red',
  '/zh/v5-arithmetic-family-auto-red/factors',
  '/zh/v999-arithmetic-family-auto-red',
  '/en/v5-arithmetic-family-auto-red',
  '/en/en',
  '/v5-arithmetic-family-auto-red',
  '/fr',
  '/factors/<script>alert(1)</script>'.replaceAll('<', '%3C').replaceAll('>', '%3E'),
  "/factors/'%20or%201=1--",
]

for (const prefix of ['', '/en']) {
  test(`an address without a page has an error page, under ${prefix || '/'}`, async () => {
    const faults: string[] = []
    for (const nowhere of NOWHERE) {
      const path = prefix + (prefix && nowhere.startsWith('/?') ? nowhere.slice(1) : nowhere)
      const { status, body } = await rawRequest(BASE_URL, { path })
      if (status !== 404 && status !== 400) faults.push(`${status} ${path.slice(0, 80)}`)
      if (/root:x:|at .*\.js:\d+|prisma/i.test(body)) faults.push(`${path.slice(0, 80)} shows what is inside`)
    }
    expect(faults).toEqual([])
  })
}

test('a chart that does not exist is not found, and the answer is not cached', async () => {
  const page = await rawRequest(BASE_URL, { path: '/factors/improved-reversal' })
  const good = /\/charts\/[^"]+\/legs\/improved-reversal\/bars-light-red-zh-arithmetic\.svg/.exec(page.body)?.[0] ?? ''
  expect((await rawRequest(BASE_URL, { path: good })).status).toBe(200)
  const nonsense = [
    '/charts',
    '/charts/nonsense',
    good.replace('v5', 'v999'),
    good.replace('v5', 'v0'),
    good.replace('/v5', '/5'),
    good.replace(/v5\.\w+/, 'v5'),
    good.replace(/v5\.\w+/, 'v5.00000000'),
    good.replace('2024-08-30', '2024-08-29x'),
    good.replace('2024-08-30', '2024-02-30'),
    good.replace('2024-08-30', '2031-03-05'),
    good.replace('/legs/', '/pies/'),
    good.replace('improved-reversal', 'no-such-factor'),
    good.replace('improved-reversal', '..%2f..%2fetc'),
    good.replace('bars-', 'huge-'),
    good.replace('-light-', '-pink-'),
    good.replace('-red-', '-constructor-'),
    good.replace('-zh-', '-fr-'),
    good.replace('arithmetic', 'x'),
    good.replace('.svg', '.png'),
    `${good}/more`,
    `/charts/${LONG}`,
    '/charts/%00',
    '/charts/%E0%A4%A',
    '/charts/../package.json',
  ]
  const faults: string[] = []
  for (const path of nonsense) {
    const { status, headers } = await rawRequest(BASE_URL, { path })
    if (status !== 404 && status !== 400) faults.push(`${status} ${path.slice(0, 90)}`)
    if (/immutable|public/.test(String(headers['cache-control']))) faults.push(`${path.slice(0, 90)} is kept`)
  }
  expect(faults).toEqual([])
})

test('pages refuse other methods', async () => {
  for (const path of ['/', '/factors', '/weeks/2024-08-30', '/charts/nonsense']) {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const { status } = await rawRequest(BASE_URL, { path, method, body: 'x=1' })
      expect([400, 403, 404, 405], `${method} ${path} ${status}`).toContain(status)
    }
  }
})

test('an undefined Next action is refused', async () => {
  const headers = { 'next-action': 'f'.repeat(40), 'content-type': 'text/plain;charset=UTF-8' }
  const { status } = await rawRequest(BASE_URL, { path: '/', method: 'POST', headers, body: '[]' })
  expect(status).toBeLessThan(500)
  expect(status).toBeGreaterThanOrEqual(400)
})

test('invalid cookies and unknown parameters change nothing', async () => {
  const cookies = [
    'theme=pink',
    'theme=%00',
    `colours=${'a'.repeat(3000)}`,
    'theme=dark; theme=light',
    '=; ;;',
    'theme=../../etc',
  ]
  for (const cookie of cookies) {
    expect((await rawRequest(BASE_URL, { path: '/', headers: { cookie } })).status, cookie.slice(0, 40)).toBe(200)
  }
  for (const query of [
    '?utm_source=x',
    '?a=1&a=2',
    `?a=${LONG}`,
    '?%E0%A4%A',
    '?date=2024-08-30',
    '?_rsc=x',
    '?from=x',
  ]) {
    expect((await rawRequest(BASE_URL, { path: `/${query}` })).status, query.slice(0, 40)).toBe(200)
  }
})

test('more parameters than any page has are refused at once, whatever the address', async () => {
  const query = Array.from({ length: 7_000 }, (_, index) => `a${index}`).join('&')
  for (const path of ['/', '/weeks/2024-08-30', '/charts/nonsense', '/api/v1/factors', '/healthz']) {
    const begun = performance.now()
    const { status } = await rawRequest(BASE_URL, { path: `${path}?${query.slice(0, 14_000)}` })
    expect([path, status]).toEqual([path, 400])
    expect(performance.now() - begun, path).toBeLessThan(500)
  }
})

test('a target that is not a path and the method TRACE are refused', async () => {
  const targets = ['*', `${BASE_URL}/`, 'http://evil.example/', 'evil.example:80', '?version=1', '']
  for (const path of targets) {
    for (const method of ['GET', 'OPTIONS']) {
      const status = await statusOf(`${method} ${path}`)
      expect([400, 404, 405], `${method} ${path} ${status}`).toContain(status)
    }
  }
  for (const path of ['/', '/charts/nonsense', '/healthz']) expect(await statusOf(`TRACE ${path}`)).toBe(405)
})

/** Sends a request line as it is, since Node's client refuses some, and returns the status. */
async function statusOf(line: string): Promise<number> {
  const { hostname, port, host } = new URL(BASE_URL)
  const socket = connect({ host: hostname, port: Number(port) })
  socket.end(`${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  let answer = ''
  for await (const chunk of socket) answer += String(chunk)
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1])
}

test('an invalid date in the form is refused or ignored', async () => {
  for (const date of ['', 'x', '2024-02-30', '%00', LONG, '//evil.example', '../factors']) {
    const { status, headers } = await rawRequest(BASE_URL, { path: `/weeks?date=${date}` })
    expect([200, 400, 404], date.slice(0, 40)).toContain(status)
    expect(headers.location).toBeUndefined()
  }
})

test('a host name that points here from elsewhere is refused everywhere', async () => {
  const paths = ['/', '/weeks?date=2024-08-28', '/charts/nonsense', '/api/v1/factors', '/healthz', '/readyz']
  for (const path of paths) {
    const { status, headers, body } = await rawRequest(BASE_URL, { path, headers: { host: 'evil.example' } })
    expect([path, status]).toEqual([path, 421])
    expect(headers.location).toBeUndefined()
    expect(body).toContain('PUBLIC_URL')
  }
})

test('headers of proxies that are not trusted change no link', async () => {
  const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' }
  const { status, body } = await rawRequest(BASE_URL, { path: '/weeks/2024-08-30/mail.html', headers })
  expect(status).toBe(200)
  expect(body).toContain(`href="${BASE_URL}/weeks/2024-08-30"`)
  expect(body).not.toContain('evil.example')
})
