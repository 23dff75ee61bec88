/** The forms of the page that loads files, as a browser without scripts sends them; nothing of them is loaded. */
import { once } from 'node:events'
import { request } from 'node:http'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { attributesIn, BASE_URL, find, textOf, textsIn } from './client'
import { rawRequest } from './raw-request'

const { host, origin } = new URL(BASE_URL)
/** More than the process of Next may have begun. */
const MORE_THAN_OPEN = 140
const OWN = { origin, 'sec-fetch-site': 'same-origin' }

async function pageAt(path: string) {
  const answer = await fetch(new URL(path, BASE_URL), { headers: { connection: 'close' } })
  return { answer, document: parseHTML(await answer.text()).document }
}

/** Sends a file as the form of the page does, and returns the answer, not followed. */
function send(name: string, content: Uint8Array<ArrayBuffer> | string, headers: Record<string, string> = OWN) {
  const form = new FormData()
  form.append('file', new File([content], name))
  return fetch(`${BASE_URL}/api/uploads?locale=en`, { method: 'POST', body: form, headers, redirect: 'manual' })
}

test('the page has a plain form, which leads to a page with the faults; nobody keeps that page', async () => {
  const { document } = await pageAt('/en/data/load')
  const form = find(document, '[data-load="choose"] form')
  expect(['method', 'action', 'encType'].map((name) => form.getAttribute(name))).toEqual([
    'post',
    '/api/uploads?locale=en&convention=arithmetic',
    'multipart/form-data',
  ])
  expect(attributesIn(form, 'input[type="file"]', 'name')).toEqual(['file'])
  const name = '<b>week.csv'
  const answer = await send(name, 'date,series,long,short,benchmark\n2024-08-32,no-such-factor,x,0.1,0.1\n')
  expect(answer.status).toBe(303)
  const to = answer.headers.get('location') ?? ''
  expect(to).toMatch(/^\/en\/data\/load\?upload=[0-9a-f]{32}$/)
  const shown = await pageAt(to)
  expect(shown.answer.headers.get('cache-control')).toContain('no-store')
  expect(textOf(find(shown.document, 'h3'))).toBe(name)
  const rules = attributesIn(shown.document, '#faults [data-rule]', 'data-rule')
  expect(rules).toContain('not-a-date')
  expect(textsIn(shown.document, '#faults tbody tr')[0]).toContain('row 2')
})

test('a file of more than 10 MB arrives whole', async () => {
  const lines = `${'x'.repeat(99)}\n`.repeat(110_000)
  const answer = await send('large.csv', `name\n${lines}`)
  const { document } = await pageAt(answer.headers.get('location') ?? '')
  expect(textOf(find(document, '[data-file="large.csv"]'))).toContain('11,001 kB')
})

test.each([
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['another port of this machine', { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' }],
  ['nobody says where', {}],
])('a form from %s is refused', async (_, headers) => {
  for (const path of ['/api/uploads', `/api/uploads/${'0'.repeat(32)}`, '/api/uploads/withdrawals/1']) {
    const answer = await rawRequest(BASE_URL, { path, method: 'POST', headers: { host, ...headers }, body: 'reason=x' })
    expect(answer.status, path).toBe(403)
  }
})

test('a body that is too large is refused before it is sent', async () => {
  const headers = { host, ...OWN, accept: 'application/json', 'content-type': 'multipart/form-data; boundary=x' }
  const answer = await rawRequest(BASE_URL, {
    path: '/api/uploads',
    method: 'POST',
    headers: { ...headers, 'content-length': '300000000' },
  }).catch((error: NodeJS.ErrnoException) => error.code)
  const isRefused = answer === 'ECONNRESET' || (typeof answer === 'object' && answer.status === 413)
  expect(isRefused, JSON.stringify(answer)).toBe(true)
})

test('clients that send their forms slowly take no place from readers', async () => {
  const headers = { host, ...OWN, 'content-type': 'application/x-www-form-urlencoded', 'content-length': '900' }
  const slow = Array.from({ length: MORE_THAN_OPEN }, () => {
    const sent = request(`${BASE_URL}/preferences`, { method: 'POST', headers, agent: false })
    // Each ends without an answer.
    sent.on('error', () => undefined)
    sent.flushHeaders()
    return sent
  })
  await Promise.all(slow.map((sent) => once(sent, 'socket').then(([socket]) => once(socket, 'connect'))))
  // Of a page that was asked for before, an answer would be kept.
  const page = await fetch(`${BASE_URL}/en/factors/none-${Date.now()}`)
  for (const sent of slow) sent.destroy()
  expect(page.status).toBe(404)
})

test('an upload that is not kept, and a problem, are said in words', async () => {
  const gone = await pageAt(`/en/data/load?upload=${'0'.repeat(32)}`)
  expect(textOf(find(gone.document, '[role="alert"]'))).toContain('no longer kept')
  const large = await pageAt('/data/load?problem=too-large')
  expect(textOf(find(large.document, '[role="alert"]'))).toContain('文件过大')
  const wrong = await fetch(`${BASE_URL}/en/data/load?problem=none`)
  expect(wrong.status).toBe(400)
})
