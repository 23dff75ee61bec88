import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { logAsJson } from '@/lib/log/json-log'
import { registry } from '@/lib/monitoring/registry'
import { idOf, observeRequest } from './observe-request'

const server = createServer((request, response) => {
  observeRequest(request, response, request.headers['x-from-proxy'] === 'yes')
  response.statusCode = request.url === '/slow' ? 200 : 404
  if (request.url !== '/slow') response.end(idOf(response))
})
const written: string[] = []
let undo: () => void
let address: string

beforeAll(async () => {
  undo = logAsJson({ write: (line) => void written.push(line) })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  undo()
  server.close()
})

async function idFor(headers: Record<string, string>): Promise<string> {
  const answer = await fetch(`${address}/weeks?token=abc`, { headers })
  const id = await answer.text()
  expect(answer.headers.get('x-request-id')).toBe(id)
  return id
}

it('takes the id of a trusted proxy, if it is one, and makes its own for anybody else', async () => {
  const own = /^[0-9a-f-]{36}$/
  expect(await idFor({ 'x-request-id': 'edge-1', 'x-from-proxy': 'yes' })).toBe('edge-1')
  expect(await idFor({ 'x-request-id': 'edge-1' })).toMatch(own)
  expect(await idFor({ 'x-request-id': '"injected" line', 'x-from-proxy': 'yes' })).toMatch(own)
  expect(await idFor({})).not.toBe(await idFor({}))
  const [line = ''] = written
  expect(JSON.parse(line)).toMatchObject({
    ...{ level: 'info', message: 'request', requestId: 'edge-1', method: 'GET' },
    ...{ url: '/weeks?token=***', kind: 'page', status: 404 },
  })
})

it('counts answers by kind and status, and clients that go away, whatever they ask for', async () => {
  registry.resetMetrics()
  for (let number = 0; number < 30; number += 1) await (await fetch(`${address}/x${number}?${number}=1`)).text()
  const sent = get(`${address}/slow`).on('error', () => undefined)
  await sleep(30)
  sent.destroy()
  await sleep(30)
  const text = await registry.metrics()
  const counted = text.split('\n').filter((line) => line.startsWith('factor_weekly_answers_total{'))
  expect(counted.sort()).toEqual([
    'factor_weekly_answers_total{kind="page",status="404"} 30',
    'factor_weekly_answers_total{kind="page",status="499"} 1',
  ])
  expect(text).toContain('factor_weekly_request_duration_seconds_count{kind="page"} 31')
})
