/**
 * Every role, every address, every way to ask for it. Who may have what is written here a second time, by hand, and is not
 * read from the access table.
 */
import { expect, it } from 'vitest'
import type { Reader, Role } from '@/lib/access/reader'
import { EVERYTHING, isLimited } from '@/lib/scope/read-scope'
import { admissionOf } from './admission'
import { removeInternalHeaders } from './request-headers'

/** In the order of their rights. */
const RANKS = ['anyone', 'client', 'viewer', 'researcher', 'editor', 'publisher', 'admin'] as const
type Rank = (typeof RANKS)[number]

const READ: [path: string, least: Rank][] = [
  ['/', 'client'],
  ['/weeks', 'client'],
  ['/weeks/2024-08-30', 'client'],
  ['/weeks/2024-08-30/report.pdf', 'client'],
  ['/weeks/2024-08-30/one-page.pdf', 'client'],
  ['/weeks/2024-08-30/summary.csv', 'client'],
  ['/weeks/2024-08-30/summary.xlsx', 'client'],
  ['/weeks/2024-08-30/summary.png', 'client'],
  ['/weeks/2024-08-30/portrait.png', 'client'],
  ['/weeks/2024-08-30/mail.html', 'client'],
  ['/weeks/2024-08-30/mail.eml', 'client'],
  ['/weeks/2024-08-30/copy.json', 'client'],
  ['/weeks/2024-08-30/reconciliation', 'viewer'],
  ['/weeks/2024-08-30/editions', 'viewer'],
  ['/weeks/2024-08-30/editions/1/report.pdf', 'viewer'],
  ['/weeks/2024-08-30/edit', 'editor'],
  ['/methodology', 'client'],
  ['/factors', 'viewer'],
  ['/factors/skewness', 'viewer'],
  ['/factors/no-such-factor', 'viewer'],
  ['/factors/skewness/factsheet.pdf', 'viewer'],
  ['/portfolios', 'viewer'],
  ['/portfolios/plus', 'viewer'],
  ['/portfolios/plus/factsheet.pdf', 'viewer'],
  ['/compare', 'viewer'],
  ['/data', 'viewer'],
  ['/data/4', 'viewer'],
  ['/data/load', 'editor'],
  ['/templates/catalogue.xlsx', 'viewer'],
  ['/account', 'client'],
  ['/admin', 'admin'],
  ['/admin/people', 'admin'],
  ['/admin/links', 'publisher'],
  ['/sign-in', 'anyone'],
  ['/sign-in/code', 'anyone'],
  ['/s/0123456789abcdef', 'anyone'],
  ['/charts/v4.5f3a9c1e/2024-08-30/legs/skewness/wide.svg', 'client'],
  ['/embed/chart/skewness/legs', 'viewer'],
  ['/s/0123456789abcdef/embed/table/2024-08-30/1', 'anyone'],
  ['/search-index/v4.5f3a9c1e/en.json', 'client'],
  ['/api/v1/factors.json', 'viewer'],
  ['/api/v1/openapi.json', 'viewer'],
  ['/api/v1/editions.json', 'viewer'],
  ['/api/texts/2024-08-30', 'editor'],
  ['/api/v1/weeks/2024-08-30/texts', 'editor'],
  ['/healthz', 'anyone'],
  ['/readyz', 'anyone'],
  ['/icon.svg', 'anyone'],
  ['/favicon.ico', 'anyone'],
  ['/print.css', 'anyone'],
  ['/_next/static/chunks/a.js', 'anyone'],
]

const WRITE: [path: string, least: Rank][] = [
  ['/preferences', 'anyone'],
  ['/api/v1/imports', 'editor'],
  ['/api/v1/withdrawals', 'editor'],
  ['/api/v1/renames', 'editor'],
  ['/api/v1/editions', 'publisher'],
  ['/api/publications/2024-08-30', 'editor'],
  ['/weeks/2024-08-30/edit', 'editor'],
  ['/api/texts/2024-08-30', 'editor'],
  ['/api/v1/weeks/2024-08-30/texts', 'editor'],
  ['/data/load', 'editor'],
  ['/account', 'client'],
  ['/admin/people', 'admin'],
  ['/api/auth/sign-in', 'anyone'],
  ['/api/auth/sign-out', 'anyone'],
  ['/api/auth/second-step', 'anyone'],
  ['/api/auth/passkey/sign-in', 'anyone'],
  ['/api/auth/account', 'client'],
  ['/api/auth/second-factor', 'client'],
  ['/api/auth/passkey', 'client'],
  ['/api/auth/admin', 'admin'],
  ['/api/auth/links', 'publisher'],
]

function person(role: Role): Reader {
  const grants = role === 'client' ? { markets: ['CN'], series: [] } : null
  return { kind: 'person', id: role, name: role, role, grants, tokenScopes: null }
}

const PEOPLE: [name: string, reader: Reader | null, rank: Rank][] = [
  ['nobody', null, 'anyone'],
  ['the public', { ...person('viewer'), kind: 'public', id: null }, 'viewer'],
  ...RANKS.filter((rank) => rank !== 'anyone').map((role): [string, Reader, Rank] => [role, person(role), role]),
]

interface Form {
  name: string
  url?: (path: string) => string
  headers?: Record<string, string>
  method?: string
}

const FORMS: Form[] = [
  { name: 'plain' },
  { name: 'in English', url: inEnglish },
  { name: 'RSC', headers: { rsc: '1' } },
  { name: '_rsc', url: (path) => `${path}?_rsc=1a2b` },
  { name: 'prefetch', headers: { rsc: '1', 'next-router-prefetch': '1', purpose: 'prefetch' } },
  { name: 'subrequest', headers: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' } },
  { name: 'encoded', url: encoded },
  { name: 'slash at the end', url: (path) => (path === '/' ? path : `${path}/`) },
  { name: 'HEAD', method: 'HEAD' },
  { name: 'query of another page', url: (path) => `${path}?path=/sign-in&to=/healthz` },
]

/** Addresses without language have none. */
function inEnglish(path: string): string {
  const isPage = !/^\/(charts|embed|search-index|api|_next|preferences|healthz|readyz)|\.(css|svg|ico)$/.test(path)
  return isPage ? `/en${path === '/' ? '' : path}` : path
}

/** Writes each letter of the last segment as an escape. */
function encoded(path: string): string {
  return path.replace(/[^/]+$/, (last) => [...Buffer.from(last)].map((byte) => `%${byte.toString(16)}`).join(''))
}

/** Returns what a request becomes, after the server has removed the headers that only it may write. */
async function ask(reader: Reader | null, path: string, { url, headers = {}, method = 'GET' }: Form) {
  const request = { method, url: url?.(path) ?? path, headers: { host: 'desk.example', ...headers } }
  removeInternalHeaders(request.headers)
  return admissionOf(request, async () => reader)
}

const covers = (rank: Rank, least: Rank) => RANKS.indexOf(rank) >= RANKS.indexOf(least)
/** Whoever has not signed in has no account. */
const isTheirs = (reader: Reader | null, path: string) =>
  reader?.kind !== 'public' || !/^\/(api\/auth\/)?account|^\/api\/auth\/(second-factor|passkey)$/.test(path)

it.each(PEOPLE)('%s is admitted to what is theirs and to nothing else, in each form', async (_, reader, rank) => {
  let cells = 0
  for (const [path, least] of READ) {
    for (const form of FORMS) {
      const { kind } = await ask(reader, path, form)
      expect.soft(kind === 'admitted', `${form.name} ${path}`).toBe(covers(rank, least) && isTheirs(reader, path))
      cells += 1
    }
  }
  expect(cells).toBeGreaterThanOrEqual(400)
})

it.each(PEOPLE)('%s changes what is theirs and nothing else', async (_, reader, rank) => {
  for (const [path, least] of WRITE) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const { kind } = await ask(reader, path, { name: method, method })
      expect.soft(kind === 'admitted', `${method} ${path}`).toBe(covers(rank, least) && isTheirs(reader, path))
    }
  }
})

it.each(PEOPLE)('%s reaches no page by the path that the proxy writes', async (_, reader) => {
  for (const [path] of READ) {
    const packed = `/zh/v4.5f3a9c1e-arithmetic-family-auto-red${path}`
    const found = await ask(reader, packed, { name: 'packed' })
    // A reader without limits gets a page that says that nothing is there.
    expect.soft(found.kind, packed).toBe(reader === null ? 'refused' : 'admitted')
    if (found.kind === 'admitted') expect.soft(found.audience).toBe('scope')
  }
})

it.each([
  '//evil.example',
  '/factors//x',
  '/a/../factors',
  '/%2e%2e/factors',
  '/factors%2fx',
  '/factors%5cx',
  '/%2566actors',
  '/factors%00',
  '/_next/image?url=/icon.svg',
  '/_next/data/build/factors.json',
  '/_next/static/../../factors',
  '/robots.txt',
])('nobody reaches anything by %s', async (url) => {
  for (const [name, reader] of PEOPLE) {
    const found = await ask(reader, url, { name: 'plain' })
    const isNothing = found.kind === 'refused' && (found.answer.status === 404 || found.answer.status === 303)
    expect.soft(isNothing, `${name} ${url}`).toBe(true)
  }
})

it('tokens do what they were made for, and open no page', async () => {
  const token = (...tokenScopes: ('read' | 'import' | 'publish')[]): Reader => ({
    ...person('publisher'),
    kind: 'token',
    tokenScopes,
  })
  const may = async (reader: Reader, path: string, method = 'GET') =>
    (await ask(reader, path, { name: method, method, headers: { authorization: 'Bearer x' } })).kind === 'admitted'
  expect(await may(token('read'), '/api/v1/factors.json')).toBe(true)
  expect(await may(token('read'), '/weeks/2024-08-30/report.pdf')).toBe(true)
  expect(await may(token('read'), '/api/v1/imports', 'POST')).toBe(false)
  expect(await may(token('import'), '/api/v1/imports', 'POST')).toBe(true)
  expect(await may(token('import'), '/api/v1/editions', 'POST')).toBe(false)
  expect(await may(token('import'), '/api/v1/factors.json')).toBe(false)
  expect(await may(token('publish'), '/api/v1/editions', 'POST')).toBe(true)
  expect(await may(token('publish'), '/api/v1/weeks/2024-08-30/texts', 'PUT')).toBe(true)
  expect(await may(token('read'), '/api/v1/weeks/2024-08-30/texts')).toBe(false)
  expect(await may(token('publish'), '/api/texts/2024-08-30', 'POST')).toBe(false)
  for (const path of ['/', '/factors', '/account', '/admin']) expect(await may(token('read'), path), path).toBe(false)
  expect(await may({ ...token('import'), role: 'viewer' }, '/api/v1/imports', 'POST')).toBe(false)
})

it('limits each reader to a scope', async () => {
  const scopeOf = async (reader: Reader | null, path = '/') => {
    const found = await ask(reader, path, { name: 'plain' })
    return found.kind === 'refused' ? null : found.scope
  }
  for (const role of ['researcher', 'editor', 'publisher', 'admin'] as const) {
    expect(await scopeOf(person(role))).toBe(EVERYTHING)
  }
  expect(await scopeOf(person('viewer'))).toEqual({ markets: null, series: null, drafts: false, until: null })
  expect(await scopeOf(person('client'))).toEqual({ markets: ['CN'], series: null, drafts: false, until: null })
  const nothing = await scopeOf({ ...person('client'), grants: null })
  expect(nothing).toEqual({ markets: [], series: [], drafts: false, until: null })
  expect(isLimited((await scopeOf(null, '/sign-in')) ?? EVERYTHING)).toBe(true)
})

it('leads whoever has not signed in to the page for it, and from there back, within this server', async () => {
  const whereTo = async (url: string, reader: Reader | null = null) => {
    const found = await ask(reader, url, { name: 'plain' })
    return found.kind === 'refused' ? [found.answer.status, found.answer.headers.location] : found.kind
  }
  expect(await whereTo('/factors?line=drawdown&_rsc=1')).toEqual([303, '/sign-in?to=%2Ffactors%3Fline%3Ddrawdown'])
  expect(await whereTo('/en/weeks')).toEqual([303, '/en/sign-in?to=%2Fen%2Fweeks'])
  expect(await whereTo('/admin', { ...person('viewer'), kind: 'public' })).toEqual([303, '/sign-in?to=%2Fadmin'])
  expect(await whereTo('/admin', person('viewer'))).toBe('refused-page')
  expect(await whereTo('/charts/a')).toEqual([401, undefined])
  expect(await whereTo('/api/v1/factors.json')).toEqual([401, undefined])
})

it('answers problems of the API as its other problems', async () => {
  const client = person('client')
  for (const [reader, status] of [
    [null, 401],
    [client, 403],
  ] as const) {
    const found = await ask(reader, '/api/v1/factors/skewness/daily.json', { name: 'plain' })
    if (found.kind !== 'refused') throw new Error('admitted')
    expect(found.answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(JSON.parse(found.answer.body.toString())).toMatchObject({ type: 'about:blank', status, faults: [] })
    // Nothing tells whether the series exists.
    const other = await ask(reader, '/api/v1/factors/none/daily.json', { name: 'plain' })
    expect(other).toEqual(found)
  }
})

it('refuses a change that a page of another site began, whoever is signed in', async () => {
  const headers = { cookie: 'session=1', origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  const found = await ask(person('admin'), '/admin/people', { name: 'POST', method: 'POST', headers })
  expect(found).toMatchObject({ kind: 'refused', answer: { status: 403 } })
})
