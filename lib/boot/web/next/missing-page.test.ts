import { expect, it } from 'vitest'
import { missingFileOf, missingPageOf } from './missing-page'

const answer = { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' }, body: Buffer.from('') }

it('keeps language and view of an address without a page, and names its path', () => {
  expect(missingPageOf(answer, '/factors/none')).toBe('/problem?missing=%2Ffactors%2Fnone')
  expect(missingPageOf(answer, '/en/weeks/%E5%91%A8?version=2&market=US')).toBe(
    '/en/problem?version=2&missing=%2Fweeks%2F%E5%91%A8',
  )
})

it.each(['//example.com/', '/%5Cexample.com', '/%00', `/${'a'.repeat(200)}`])('does not repeat the path %s', (path) =>
  expect(missingPageOf(answer, path)).toBe('/problem'),
)

it('leaves other answers as they are', () => {
  expect(missingPageOf({ ...answer, status: 200 }, '/factors')).toBeNull()
  expect(missingPageOf({ ...answer, headers: { 'content-type': 'text/plain' } }, '/weeks/x/summary.csv')).toBeNull()
  for (const path of ['/en/problem', '/_next/none', '/none.png']) expect(missingPageOf(answer, path)).toBeNull()
})

it.each([
  ['/api/v1', 'application/problem+json', '"status":404'],
  ['/api/none?a=b', 'application/problem+json', 'There is nothing at this address.'],
  ['/embed/none', 'text/plain', 'There is nothing at this address.\n'],
  ['/none.txt', 'text/plain', 'There is nothing at this address.\n'],
])('answers %s with a sentence', (url, type, text) => {
  const { status, headers, body } = missingFileOf(answer, url) ?? {}
  expect(status).toBe(404)
  expect(headers?.['content-type']).toBe(`${type}; charset=utf-8`)
  expect(body?.toString()).toContain(text)
})

it('leaves pages, and what says itself that it is missing, as they are', () => {
  expect(missingFileOf(answer, '/factors/none')).toBeNull()
  expect(missingFileOf({ ...answer, headers: { 'content-type': 'text/plain' } }, '/embed/none')).toBeNull()
  expect(missingFileOf({ ...answer, status: 200 }, '/embed/none')).toBeNull()
})
