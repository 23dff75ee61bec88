import { expect, it } from 'vitest'
import { missingPageOf } from './missing-page'

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
