import { expect, it } from 'vitest'
import { isForged, removeInternalHeaders } from './request-headers'

it('removes what only the server may say of a request', () => {
  const headers = {
    host: 'a',
    rsc: '1',
    'next-router-prefetch': '1',
    'x-request-id': '1',
    'x-only-if-made': '1',
    'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
    'x-middleware-rewrite': '/zh/v1',
    'x-middleware-override-headers': 'cookie',
    'x-invoke-path': '/admin',
    'x-matched-path': '/admin',
    'x-now-route-matches': '1=a',
    'x-nextjs-rewrite': '/admin',
    'x-page-status': '200',
    'x-factor-weekly-reader': 'admin',
  }
  removeInternalHeaders(headers)
  expect(Object.keys(headers)).toEqual(['host', 'rsc', 'next-router-prefetch', 'x-request-id', 'x-only-if-made'])
})

it.each([
  ['a form of the same page', { origin: 'https://desk.example', 'sec-fetch-site': 'same-origin' }, false],
  ['an address typed by hand', { 'sec-fetch-site': 'none' }, false],
  ['an older browser', { origin: 'https://desk.example', cookie: 'a=1' }, false],
  ['a script without cookies', {}, false],
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, true],
  ['another site by an older browser', { origin: 'https://evil.example' }, true],
  ['another name of the same site', { origin: 'https://a.desk.example', 'sec-fetch-site': 'same-site' }, true],
  ['a page that hides where it is from', { origin: 'null', cookie: 'a=1' }, true],
  ['another port', { origin: 'https://desk.example:8443' }, true],
  ['a browser that says nothing', { cookie: 'a=1' }, true],
])('tells whether a change comes from another site: %s', (_, headers, isExpected) => {
  expect(isForged({ host: 'desk.example', ...headers })).toBe(isExpected)
})
