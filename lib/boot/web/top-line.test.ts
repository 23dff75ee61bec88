import { expect, it } from 'vitest'
import type { Answer } from '@/lib/http/kept-answers'
import { withTopLine } from './top-line'

function answerOf(type: string): Answer {
  return { status: 200, headers: { 'content-type': type, etag: '"kept"' }, body: Buffer.from('<body id="a"><p>因</p>') }
}

it.each([
  ['/en/weeks', /^<body id="a"><store-notice [^>]*>This server is open to all .*<\/store-notice><p>因<\/p>$/],
  ['/weeks', /^<body id="a"><store-notice [^>]*>本服务器对所有人开放.*<\/store-notice><p>因<\/p>$/],
])('stands at the top of the page at %s, which is no longer the kept one', (url, expected) => {
  const { headers, body } = withTopLine(answerOf('text/html; charset=utf-8'), url, ({ openToAll }) => openToAll)
  expect(body.toString()).toMatch(expected)
  expect(headers).toEqual({ 'content-type': 'text/html; charset=utf-8' })
})

it('is in nothing but pages', () => {
  const answer = answerOf('image/svg+xml')
  expect(withTopLine(answer, '/en', () => 'never')).toBe(answer)
})
