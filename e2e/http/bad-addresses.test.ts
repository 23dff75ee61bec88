/** Addresses, methods and headers that lead nowhere. */
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
  '/zh/v3-arithmetic-family-auto-red',
  '/zh/v3-arithmetic-family-auto-red/factors',
  '/zh/v999-arithmetic-family-auto-red',
  '/en/v3-arithmetic-family-auto-red',
  '/en/en',
  '/v3-arithmetic-family-auto-red',
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
    good.replace('v3', 'v999'),
    good.replace('v3', 'v0'),
    good.replace('/v3', '/3'),
    good.replace(/v3\.\w+/, 'v3'),
    good.replace(/v3\.\w+/, 'v3.00000000'),
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

test('an invalid date in the form is refused or ignored', async () => {
  for (const date of ['', 'x', '2024-02-30', '%00', LONG, '//evil.example', '../factors']) {
    const { status, headers } = await rawRequest(BASE_URL, { path: `/weeks?date=${date}` })
    expect([200, 400, 404], date.slice(0, 40)).toContain(status)
    expect(headers.location).toBeUndefined()
  }
})

test('a form never redirects to another host from the Host header', async () => {
  const { status, headers } = await rawRequest(BASE_URL, {
    path: '/weeks?date=2024-08-28',
    headers: { host: 'evil.example' },
  })
  expect(status).toBeLessThan(500)
  expect(String(headers.location ?? '')).not.toMatch(/localhost/)
})
