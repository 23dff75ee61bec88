import { once } from 'node:events'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { CollectedResponse } from './collected-response'

const open = () => new CollectedResponse(new IncomingMessage(new Socket()))

it('collects status, headers and body, however they are written', async () => {
  const response = open()
  response.setHeader('Content-Type', 'text/html')
  response.setHeader('content-length', 9)
  response.setHeader('x-nextjs-cache', 'HIT')
  response.writeHead(404, { 'cache-control': 'no-store' })
  response.flushHeaders()
  expect(response.write('因')).toBe(true)
  response.write(Buffer.from('子'))
  response.end('é', 'latin1')
  expect(await response.whole).toEqual({
    status: 404,
    headers: { 'content-type': 'text/html', 'cache-control': 'no-store' },
    body: Buffer.concat([Buffer.from('因子'), Buffer.from([0xe9])]),
  })
})

it('ends as a response that is sent, so that who writes it goes on', async () => {
  const response = open()
  const finished = once(response, 'finish')
  Readable.from(['a', 'b']).pipe(response)
  await finished
  expect([response.finished, response.writableFinished, response.headersSent]).toEqual([true, true, false])
  expect((await response.whole)?.body.toString()).toBe('ab')
})

it('has a repeated target of a redirect once, and different values all', async () => {
  const response = open()
  for (const target of ['/a', '/a']) response.appendHeader('location', target)
  for (const cookie of ['a=1', 'b=2', 'a=1']) response.appendHeader('set-cookie', cookie)
  response.end()
  expect((await response.whole)?.headers).toEqual({ location: '/a', 'set-cookie': ['a=1', 'b=2'] })
})

it('has no answer when it is given up', async () => {
  const response = open()
  const closed = once(response, 'close')
  response.write('half')
  response.destroy()
  await closed
  expect(await response.whole).toBeNull()
})

it('has the status that a page asks for, unless the page failed', async () => {
  for (const [made, status] of [
    [200, 404],
    [500, 500],
  ] as const) {
    const response = open()
    response.setHeader('x-page-status', '404')
    response.writeHead(made)
    response.end()
    expect(await response.whole).toMatchObject({ status, headers: {} })
  }
})
