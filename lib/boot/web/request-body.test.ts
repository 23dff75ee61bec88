import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bodyOf, isLate } from './request-body'

const LATE_MS = 50
const server = createServer()
let port: number

beforeAll(async () => {
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  port = (server.address() as AddressInfo).port
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Sends a request whose body is written by `write`, and returns what the server finds. */
async function bodyFrom(
  { method = 'POST', headers = {} }: { method?: string; headers?: Record<string, string> },
  write: (sent: ReturnType<typeof request>) => void,
) {
  const sent = request({ host: '127.0.0.1', port, method, headers, agent: false })
  sent.on('error', () => undefined)
  const received = new Promise<IncomingMessage>((settle) => server.once('request', settle))
  sent.flushHeaders()
  write(sent)
  const asked = await received
  const found = await bodyOf(asked, LATE_MS).catch((error: unknown) => (isLate(error) ? 'late' : 'gone'))
  sent.destroy()
  return found === asked ? 'as it comes' : found
}

it('is read whole when it is short, in whatever pieces it arrives', async () => {
  const whole = await bodyFrom({ headers: { 'content-length': '6' } }, (sent) => {
    sent.write('abc')
    setTimeout(() => sent.end('def'), LATE_MS / 5)
  })
  expect(whole).toEqual(Buffer.from('abcdef'))
})

it.each([
  ['of which nothing is to come', { 'content-length': '0' }, Buffer.alloc(0)],
  ['that is long', { 'content-length': '64001' }, 'as it comes'],
  ['of unknown length', { 'transfer-encoding': 'chunked' }, 'as it comes'],
])('one %s is not waited for', async (_, headers, expected) => {
  expect(await bodyFrom({ headers }, () => undefined)).toEqual(expected)
})

it('is none of a request that only reads', async () => {
  expect(await bodyFrom({ method: 'GET' }, (sent) => sent.end())).toBeNull()
})

it('is late when it does not arrive in time, and gone with its connection', async () => {
  const headers = { 'content-length': '6' }
  expect(await bodyFrom({ headers }, (sent) => sent.write('abc'))).toBe('late')
  expect(await bodyFrom({ headers }, (sent) => setTimeout(() => sent.destroy(), LATE_MS / 5))).toBe('gone')
})
