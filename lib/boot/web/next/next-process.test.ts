import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { context, propagation, trace } from '@opentelemetry/api'
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Reader } from '@/lib/access/reader'
import { forReader } from '@/lib/access/request-reader'
import { adoptVersion, forgetLatestVersion, versionSeen } from '@/lib/db/known-version'
import { noteAnswer } from '@/lib/db/store-health'
import type { Answer } from '@/lib/http/kept-answers'
import { inRequest } from '@/lib/log/request-context'
import { makeTemporaryFolder } from '@/lib/process/temporary-folder'
import { inScope } from '@/lib/scope/current-scope'
import { EVERYTHING } from '@/lib/scope/read-scope'
import { bodyOf } from '../request-body'
import { FAILED, HEADERS_MAX_BYTES, takeHandedOver } from './hand-over'
import { NextProcess } from './next-process'

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

/** The server in front, with a client that reaches it, and the process of Next. */
let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let front: Server
let behind: Server
let answer: Answer | null
let handler: Handler
let ask: (asked: IncomingMessage) => Promise<Answer | null>

beforeEach(async () => {
  // Other files of this worker may have read a version.
  forgetLatestVersion()
  noteAnswer()
  folder = await makeTemporaryFolder('socket')
  const next = new NextProcess(`${folder.folder}/next`)
  ask = async (asked) => next.ask(asked, { body: await bodyOf(asked), gone: new AbortController().signal })
  behind = listenOn(next.socketPath)
  front = createServer(async (request, response) => {
    answer = await ask(request)
    response.end()
  }).listen(0, '127.0.0.1')
  await Promise.all([once(behind, 'listening'), once(front, 'listening')])
})

afterEach(async () => {
  vi.restoreAllMocks()
  for (const server of [front, behind]) {
    server.close()
    server.closeAllConnections()
  }
  await folder.remove()
})

function listenOn(path: string): Server {
  const options = { maxHeaderSize: HEADERS_MAX_BYTES }
  return createServer(options, (request, response) => handler(request, response)).listen(path)
}

/** Sends a request to the server in front and returns what the process of Next answered. */
async function send(path: string, options: RequestInit = {}): Promise<Answer | null> {
  await fetch(`http://127.0.0.1:${(front.address() as AddressInfo).port}${path}`, options)
  return answer
}

it('hands over what a client sent, and who it is', async () => {
  const scope = { ...EVERYTHING, markets: Array.from({ length: 9_000 }, (_, index) => `M${index}`) }
  const reader: Reader = { kind: 'person', id: '7', name: '王', role: 'editor', grants: null, tokenScopes: null }
  const asIs = ask
  ask = (asked) => inScope(scope, () => forReader(reader, () => inRequest('r1', () => asIs(asked))))
  handler = async (request, response) => {
    const { trace: _, ...handedOver } = takeHandedOver(request.headers)
    response.writeHead(201, { 'set-cookie': ['a=1', 'b=2'], vary: 'cookie' })
    response.end(JSON.stringify([handedOver, request.headers, await text(request)]))
  }
  const body = 'x'.repeat(300_000)
  const { status, headers, body: answered } = (await send('/data/load?é', { method: 'POST', body })) ?? never()
  expect([status, headers]).toEqual([201, { 'set-cookie': ['a=1', 'b=2'], vary: 'cookie' }])
  const [handedOver, seen, received] = JSON.parse(answered.toString())
  expect(handedOver).toEqual({
    ...{ method: 'POST', url: '/data/load?%C3%A9', requestId: 'r1', scope, reader, version: null, silentSince: null },
  })
  expect(received).toBe(body)
  expect(seen).toMatchObject({ 'content-length': '300000', 'x-forwarded-for': '127.0.0.1' })
  expect(seen.host).toBe(`127.0.0.1:${(front.address() as AddressInfo).port}`)
})

it('continues the trace of a request', async () => {
  new NodeTracerProvider().register()
  try {
    const asIs = ask
    ask = (asked) => trace.getTracer('test').startActiveSpan('answer', (span) => asIs(asked).finally(() => span.end()))
    handler = (request, response) => response.end(takeHandedOver(request.headers).trace.traceparent)
    expect((await send('/'))?.body.toString()).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-01$/)
  } finally {
    for (const api of [trace, context, propagation]) api.disable()
  }
})

it('gets the body for HEAD too, since the headers say how long it is', async () => {
  handler = (request, response) => response.end(takeHandedOver(request.headers).method)
  expect((await send('/', { method: 'HEAD' }))?.body.toString()).toBe('HEAD')
})

it('passes on no header that is not in the key of an answer', async () => {
  const next = new NextProcess(`${folder.folder}/next`)
  ask = (asked) => next.ask(asked, { only: { host: 'desk.example' }, gone: new AbortController().signal })
  handler = (request, response) => {
    expect(takeHandedOver(request.headers).method).toBe('GET')
    response.end(JSON.stringify(request.headers))
  }
  const { body } = (await send('/', { headers: { cookie: 'a=b', 'x-more': '1' } })) ?? never()
  expect(JSON.parse(body.toString())).toEqual({ host: 'desk.example', connection: 'keep-alive' })
})

it('lets the next request begin while this one waits for something else', async () => {
  const next = new NextProcess(`${folder.folder}/next`)
  const onIdle = vi.fn()
  ask = (asked) => next.ask(asked, { onIdle, gone: new AbortController().signal })
  handler = async (_, response) => {
    response.writeProcessing()
    await expect.poll(() => onIdle.mock.calls.length).toBe(1)
    response.end('later')
  }
  expect((await send('/'))?.body.toString()).toBe('later')
})

it('sends what nobody has got once more to the next process', async () => {
  handler = (_, response) => response.end('first')
  expect((await send('/'))?.body.toString()).toBe('first')
  behind.closeAllConnections()
  await new Promise((settle) => behind.close(settle))
  const answered = send('/', { method: 'POST' })
  handler = (_, response) => response.end('second')
  setTimeout(() => {
    behind = listenOn(`${folder.folder}/next`)
  }, 100)
  expect(await answered).toMatchObject({ status: 200, body: Buffer.from('second') })
})

it('gives a request that arrived long ago one look at the process, and no time to wait for it', async () => {
  const next = new NextProcess(`${folder.folder}/next`)
  ask = (asked) => next.ask(asked, { arrivedAt: performance.now() - 60_000, gone: new AbortController().signal })
  handler = (_, response) => response.end('there')
  expect((await send('/'))?.body.toString()).toBe('there')
  behind.closeAllConnections()
  await new Promise((settle) => behind.close(settle))
  const begun = performance.now()
  expect(await send('/')).toMatchObject({ status: 503, headers: { 'retry-after': '2' } })
  expect(performance.now() - begun).toBeLessThan(1_000)
})

it('knows no version after a request that may have loaded one', async () => {
  const known = {
    version: { id: 1, stamp: 'a', store: 'a', editions: null },
    askedAt: Number(process.hrtime.bigint()) / 1_000_000,
  }
  adoptVersion(known)
  handler = (_, response) => response.end('done')
  await send('/')
  expect(versionSeen()?.version).toEqual(known.version)
  await send('/', { method: 'POST' })
  expect(versionSeen()).toBeNull()
  Reflect.deleteProperty(globalThis, 'factorWeeklyLatest')
  forgetLatestVersion()
})

it('has no answer when Next failed, and 503 when its process ends', async () => {
  handler = (_, response) => response.writeHead(500, { [FAILED]: '1' }).end()
  expect(await send('/')).toBeNull()
  vi.spyOn(console, 'error').mockReturnValue()
  handler = (request) => request.socket.destroy()
  expect(await send('/')).toMatchObject({ status: 503, headers: { 'retry-after': '2' } })
  handler = (_, response) => response.end('again')
  expect((await send('/'))?.body.toString()).toBe('again')
})

it('waits for a process that is being started', async () => {
  behind.close()
  behind.closeAllConnections()
  const asked = send('/')
  const path = `${folder.folder}/next`
  await rm(path, { force: true })
  handler = (_, response) => response.end('started')
  behind = listenOn(path)
  expect((await asked)?.body.toString()).toBe('started')
})

it('has the answer to a request before its body has come', async () => {
  handler = (_, response) => response.writeHead(413).end()
  const { port } = front.address() as AddressInfo
  const sent = request({ port, host: '127.0.0.1', method: 'POST', headers: { 'content-length': 1_000_000 } })
  sent.flushHeaders()
  await once(sent, 'response')
  expect(answer?.status).toBe(413)
  sent.destroy()
})

it('ends what it has asked for when the client has gone', async () => {
  const gone = new AbortController()
  const next = new NextProcess(`${folder.folder}/next`)
  ask = (asked) => next.ask(asked, { gone: gone.signal })
  const ended = new Promise<void>((settle) => {
    handler = (_, response) => {
      response.once('close', settle)
      gone.abort()
    }
  })
  expect(await send('/')).toBeNull()
  await ended
})

it('takes nothing from anybody else', () => {
  expect(() => takeHandedOver({ host: 'desk.example' })).toThrow('does not come from the server in front')
})

function never(): never {
  throw new TypeError('there was an answer')
}
