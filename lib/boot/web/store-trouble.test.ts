import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { noteFailure } from '@/lib/db/store-health'
import { tellAge, tellFailure } from './store-trouble'

const PAGE = '<!doctype html><html><body class="中"><main>因子</main></body></html>'

/** Answers one request by `answer` and returns what a client receives. */
async function ask(answer: (request: IncomingMessage, response: ServerResponse) => void, path = '/') {
  const server = createServer(answer).listen(0, '127.0.0.1')
  try {
    await new Promise((settle) => server.once('listening', settle))
    const { port } = server.address() as AddressInfo
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'if-none-match': '"known"' } })
    return { status: response.status, headers: response.headers, body: await response.text() }
  } finally {
    server.close()
  }
}

it.each([
  ['/', 40_000, '截至 40 秒前'],
  ['/weeks/2024-08-30', 600_000, '截至 10 分钟前'],
  ['/en', 40_000, 'the newest data of 40 s ago'],
  ['/en/factors?line=drawdown', 600_000, 'the newest data of 10 min ago'],
])('a page at %s says that it is %i ms old', async (path, age, said) => {
  const { headers, body } = await ask((request, response) => {
    tellAge(request, response, Date.now() - age)
    expect(request.headers['if-none-match']).toBeUndefined()
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('etag', '"page"')
    response.setHeader('content-length', Buffer.byteLength(PAGE))
    response.end(PAGE)
  }, path)
  expect(Number(headers.get('age'))).toBeCloseTo(age / 1_000, -1)
  expect(headers.get('warning')).toContain('110')
  expect(headers.get('etag')).toBeNull()
  const [, notice = '', rest] =
    /^<!doctype html><html><body class="中">(<store-notice.*<\/store-notice>)(.*)$/.exec(body) ?? []
  expect(notice).toContain(said)
  expect(rest).toBe('<main>因子</main></body></html>')
})

it('changes no other body, and finds the place in a later part of a page', async () => {
  const send = (type: string, parts: string[]) =>
    ask((request, response) => {
      tellAge(request, response, Date.now())
      response.setHeader('content-type', type)
      for (const part of parts) response.write(part)
      response.end()
    })
  expect((await send('application/json', [PAGE])).body).toBe(PAGE)
  const { body } = await send('text/html', ['<html>', '<body>', '<body>'])
  expect(body).toMatch(/^<html><body><store-notice.*<\/store-notice><body>$/)
})

it('says on a page that could not be made that the database does not answer, and no age', async () => {
  const { headers, body } = await ask((request, response) => {
    tellAge(request, response, Date.now())
    response.setHeader('content-type', 'text/html')
    response.statusCode = 500
    response.end(PAGE)
  })
  expect(headers.get('age')).toBeNull()
  expect(body).toContain('页面无法显示')
})

it.each([
  [500, true, 503],
  [500, false, 500],
  [404, true, 404],
])('the status %i when the database failed (%s) becomes %i', async (status, hasFailed, sent) => {
  const { status: received, headers } = await ask((_, response) => {
    tellFailure(response)
    if (hasFailed) noteFailure()
    response.statusCode = status
    response.end('x')
  })
  expect(received).toBe(sent)
  expect(headers.get('retry-after')).toBe(sent === 503 ? '5' : null)
})
