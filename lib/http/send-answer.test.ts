import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { rawRequest } from '@/e2e/http/raw-request'
import type { EncodedAnswer } from './kept-answers'
import { sendAnswer } from './send-answer'

const TEXT = 'factor '.repeat(100)
const PLAIN: EncodedAnswer = {
  status: 200,
  headers: { 'content-type': 'text/plain', 'accept-ranges': 'bytes', vary: 'accept-encoding', etag: '"tag"' },
  body: Buffer.from(TEXT),
  encoding: 'identity',
}
const PACKED: EncodedAnswer = { ...PLAIN, body: gzipSync(TEXT), encoding: 'gzip' }

/** Sends an answer to one request and returns what its client receives. */
async function receive(answer: EncodedAnswer, headers: Record<string, string> = {}, method = 'GET') {
  const server = createServer((request, response) => sendAnswer(response, answer, request.headers))
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  try {
    const { port } = server.address() as AddressInfo
    return await rawRequest(`http://127.0.0.1:${port}`, {
      path: '/',
      headers: { connection: 'close', ...headers },
      method,
    })
  } finally {
    server.close()
  }
}

it('sends a body as it is with its strong tag, and a compressed one with a weak tag', async () => {
  const [plain, packed] = [await receive(PLAIN), await receive(PACKED)]
  expect(plain.body).toBe(TEXT)
  expect(plain.headers).toMatchObject({ etag: '"tag"', 'accept-ranges': 'bytes', 'content-length': `${TEXT.length}` })
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(packed.bytes.equals(PACKED.body)).toBe(true)
  expect(packed.headers).toMatchObject({
    etag: 'W/"tag"',
    'content-encoding': 'gzip',
    'content-length': `${PACKED.body.length}`,
    vary: 'accept-encoding',
  })
  expect(packed.headers['accept-ranges']).toBeUndefined()
})

it.each(['"tag"', 'W/"tag"', '*'])('answers 304 to %s in each encoding', async (known) => {
  for (const answer of [PLAIN, PACKED]) {
    const { status, headers, bytes } = await receive(answer, { 'if-none-match': known })
    expect([status, bytes.length, headers['content-type'], headers['content-encoding']]).toEqual([
      304,
      0,
      undefined,
      undefined,
    ])
    expect(headers).toMatchObject({ vary: 'accept-encoding', etag: expect.stringContaining('"tag"') })
  }
  expect((await receive({ ...PLAIN, status: 404 }, { 'if-none-match': known })).status).toBe(404)
})

it('sends the headers alone to HEAD', async () => {
  const { status, headers, bytes } = await receive(PACKED, {}, 'HEAD')
  expect([status, headers['content-length'], bytes.length]).toEqual([200, `${PACKED.body.length}`, 0])
})
