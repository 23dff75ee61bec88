import { describe, expect, it } from 'vitest'
import { parseByteRange } from './byte-range'
import { etagOf } from './etag'
import { sendBody } from './send-body'

const BODY = new TextEncoder().encode('0123456789')
const ETAG = etagOf(BODY)

function respondTo(headers: Record<string, string> = {}, method = 'GET', encoding?: 'gzip' | null): Response {
  const sent = { body: BODY, type: 'text/plain', caching: 'private, no-cache', file: { name: 'a.txt', isShown: false } }
  const request = new Request('http://localhost/a.txt', { method, headers })
  return sendBody(request, encoding === undefined ? sent : { ...sent, encoding })
}

describe('sendBody', () => {
  it('sends the body with its tag, type, name and caching', async () => {
    const response = respondTo()
    expect([response.status, await response.text()]).toEqual([200, '0123456789'])
    expect(Object.fromEntries(response.headers)).toEqual({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      'content-disposition': 'attachment; filename="a.txt"',
      'content-type': 'text/plain',
      etag: ETAG,
    })
  })

  it.each([
    ['GET', {}, 200, '10'],
    ['HEAD', {}, 200, '10'],
    ['GET', { range: 'bytes=2-4' }, 206, '3'],
  ])('says the length of a sized body to %s with %j', (method, headers, status, length) => {
    const sent = { body: BODY, type: 'x/y', caching: 'no-store', encoding: null, isSized: true }
    const response = sendBody(new Request('http://localhost/a', { method, headers }), sent)
    expect([response.status, response.headers.get('x-length')]).toEqual([status, length])
  })

  it.each([ETAG, `W/${ETAG}`, `"x", ${ETAG}`, `"a,b" , W/${ETAG}`, '*'])('answers 304 to %s', async (known) => {
    const response = respondTo({ 'if-none-match': known })
    expect([response.status, await response.text()]).toEqual([304, ''])
    expect(Object.fromEntries(response.headers)).toEqual({ 'cache-control': 'private, no-cache', etag: ETAG })
  })

  it.each(['"x"', ETAG.slice(1, -1), `"${ETAG.slice(1, 5)}"`, `x${ETAG.slice(1)}`, ''])(
    'answers 200 to %j',
    (other) => {
      expect(respondTo({ 'if-none-match': other }).status).toBe(200)
    },
  )

  it('sends no bytes for HEAD, even with a range', async () => {
    const response = respondTo({ range: 'bytes=0-1' }, 'HEAD')
    expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([200, ETAG, ''])
  })

  it('sends the requested range', async () => {
    const part = respondTo({ range: 'bytes=2-4', 'if-range': ETAG })
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-4/10', '234'])
    const none = respondTo({ range: 'bytes=10-' })
    expect([none.status, none.headers.get('content-range')]).toEqual([416, 'bytes */10'])
  })

  it('sends the whole body if it has changed since the range, or is compressed', async () => {
    expect(respondTo({ range: 'bytes=2-4', 'if-range': '"x"' }).status).toBe(200)
    expect(respondTo({ range: 'bytes=2-4', 'if-range': `W/${ETAG}` }).status).toBe(200)
    const compressed = respondTo({ range: 'bytes=2-4' }, 'GET', 'gzip')
    expect([compressed.status, compressed.headers.get('vary')]).toEqual([200, 'accept-encoding'])
  })
})

describe('parseByteRange', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 1 }],
    ['bytes=5-', { start: 5, end: 10 }],
    ['bytes=5-99', { start: 5, end: 10 }],
    ['bytes=-3', { start: 7, end: 10 }],
    ['bytes=-99', { start: 0, end: 10 }],
    ['bytes=10-12', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=4-2', null],
    ['bytes=0-1,3-4', null],
    ['bytes=-', null],
    ['lines=0-1', null],
    [null, null],
  ])('%s', (header, range) => expect(parseByteRange(header, 10)).toEqual(range))
})
