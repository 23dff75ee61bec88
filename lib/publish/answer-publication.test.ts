import { afterAll, beforeAll, expect, it } from 'vitest'
import * as editions from '@/app/api/v1/editions/route'
import * as openApi from '@/app/api/v1/openapi.json/route'
import { prisma } from '@/lib/db/client'
import { sampleStore } from '@/lib/testing/database/test-store'
import { loadPlain, plainReturns, WEEK } from '@/lib/testing/publish/publishable-week'

const TOKEN = 'a-token-of-some-length'
const store = sampleStore()

beforeAll(async () => {
  await loadPlain(store, plainReturns())
  process.env.IMPORT_TOKEN = TOKEN
})
afterAll(() => {
  delete process.env.IMPORT_TOKEN
})

function send(body: unknown, token = TOKEN): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': JSON.stringify(body).replaceAll(' ', '') }
  return editions.POST(
    new Request('http://localhost/api/v1/editions', { method: 'POST', body: JSON.stringify(body), headers }),
  )
}

it('is a dry run unless dryRun is false, and submits a week once', async () => {
  const dry = await send({ week: WEEK })
  expect([dry.status, await dry.json()]).toMatchObject([200, { dryRun: true, version: null, number: 1, isReady: true }])
  const order = { week: WEEK, action: 'review', dryRun: false }
  const done = await send(order)
  expect([done.status, await done.json()]).toMatchObject([201, { version: 3, state: 'in-review' }])
  expect((await send(order)).headers.get('idempotent-replayed')).toBe('true')
  expect(await prisma.weekDraft.findMany()).toMatchObject([{ draftedBy: 'IMPORT_TOKEN', revision: 1 }])
})

it.each([
  [400, { week: WEEK, action: 'withdraw' }, 'A withdrawal needs a reason.'],
  [400, { week: WEEK, waive: [{ rule: 'series-missing', reason: 'x' }] }, 'waive.0.rule'],
  [422, { week: '2030-01-04' }, 'There is no report'],
  [422, { week: WEEK, action: 'withdraw', reason: 'x', dryRun: false }, 'nothing to withdraw'],
])('answers %i to %j', async (status, body, detail) => {
  const response = await send(body)
  expect([response.status, JSON.stringify(await response.json())]).toEqual([status, expect.stringContaining(detail)])
})

it('needs the token, is described, and is not there without one', async () => {
  expect((await send({ week: WEEK }, 'another-token-of-length')).status).toBe(401)
  expect((await openApi.GET().json()).paths['/editions'].post.responses[201].description).toContain('edition')
  delete process.env.IMPORT_TOKEN
  expect((await send({ week: WEEK })).status).toBe(404)
  process.env.IMPORT_TOKEN = TOKEN
})
