import type { IncomingHttpHeaders } from 'node:http'
import { expect, it } from 'vitest'
import { containsAddress, parseAddressList } from '@/lib/http/address-list'
import { applyForwarded } from './forwarded'

function applied(given: IncomingHttpHeaders, isTrusted: boolean): IncomingHttpHeaders {
  const headers = { host: '127.0.0.1:3000', accept: '*/*', ...given }
  applyForwarded(headers, isTrusted)
  return headers
}

const FORWARDED = {
  'x-forwarded-host': 'evil.example, factors.example.com',
  'x-forwarded-proto': 'https',
  'x-forwarded-for': '1.2.3.4',
  'x-forwarded-port': '8443',
  forwarded: 'host=evil.example',
  'x-real-ip': '1.2.3.4',
}

it('removes what anybody says for others', () => {
  expect(applied(FORWARDED, false)).toEqual({ host: '127.0.0.1:3000', accept: '*/*' })
})

it('takes host, scheme and client of the nearest trusted proxy', () => {
  expect(applied(FORWARDED, true)).toEqual({
    host: 'factors.example.com',
    accept: '*/*',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '1.2.3.4',
  })
  expect(applied({ 'x-forwarded-proto': 'gopher' }, true)).toEqual({ host: '127.0.0.1:3000', accept: '*/*' })
  expect(applied({ 'x-forwarded-for': '1.2.3.4, fd12::1' }, true)['x-forwarded-for']).toBe('fd12::1')
  expect(applied({ 'x-forwarded-for': 'somebody' }, true)['x-forwarded-for']).toBeUndefined()
})

it.each([
  ['127.0.0.1', '127.0.0.1', true],
  ['127.0.0.1', '::ffff:127.0.0.1', true],
  ['127.0.0.1', '127.0.0.2', false],
  ['10.0.0.0/8, fd00::/8', '10.250.0.1', true],
  ['10.0.0.0/8, fd00::/8', 'fd12::1', true],
  ['10.0.0.0/8, fd00::/8', '11.0.0.1', false],
  ['10.0.0.0/8', '', false],
])('the proxies %s have %s: %s', (text, address, isThere) => {
  const list = parseAddressList(text)
  expect(list && containsAddress(list, address)).toBe(isThere)
})

it.each(['', 'proxy.example', '10.0.0.0/33', '10.0.0.0/', '10.0.0.1,', '::1/129', '10.0.0'])(
  'refuses the list "%s"',
  (text) => expect(parseAddressList(text)).toBeNull(),
)
