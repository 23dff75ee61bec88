import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as openApi from '@/app/api/v1/openapi.json/route'
import * as withdrawals from '@/app/api/v1/withdrawals/route'
import { prisma } from '@/lib/db/client'
import { latestVersion } from '@/lib/db/latest-version'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv } from '@/lib/testing/import/sample-files'

const TOKEN = 'a-token-of-some-length'
const store = sampleStore('database')

beforeAll(() => {
  process.env.IMPORT_TOKEN = TOKEN
})
beforeEach(() => store.load(factorCsv('2024-08-30,skewness,0.01,-0.02,0.003')))
afterAll(() => {
  delete process.env.IMPORT_TOKEN
})

function send(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const authorization = `Bearer ${TOKEN}`
  return withdrawals.POST(
    new Request('http://localhost/api/v1/withdrawals', {
      method: 'POST',
      body: text,
      headers: { authorization, ...headers },
    }),
  )
}

const countVersions = () => prisma.dataVersion.count()

it('is a dry run unless dryRun is false', async () => {
  const dry = await send({ version: 2 })
  expect(dry.status).toBe(200)
  expect(await dry.json()).toMatchObject({ dryRun: true, version: null, rowsWithdrawn: 1 })
  expect(await countVersions()).toBe(2)
  const done = await send({ version: 2, dryRun: false, reason: 'A wrong file.' })
  expect(done.status).toBe(201)
  expect(await done.json()).toMatchObject({ dryRun: false, version: 3, rowsWithdrawn: 1, reason: 'A wrong file.' })
  expect((await latestVersion()).id).toBe(3)
  expect(await prisma.dataVersion.findUnique({ where: { id: 3 } })).toMatchObject({ loadedBy: 'IMPORT_TOKEN' })
})

it('has the same answer when it is sent again with its key, and changes nothing', async () => {
  const headers = { 'idempotency-key': 'week-35' }
  const first = await send({ version: 2, dryRun: false }, headers)
  const again = await send({ version: 2, dryRun: false }, headers)
  expect([first.status, again.status]).toEqual([201, 201])
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect(await again.json()).toEqual(await first.json())
  expect(await countVersions()).toBe(3)
  expect((await send({ version: 1, dryRun: false }, headers)).status).toBe(422)
  const [{ isOne }] = (await prisma.$queryRaw`
    select version.xmin = request.xmin as "isOne" from import_request as request, data_version as version
    where idempotency_key = 'week-35' and id = 3`) as [{ isOne: boolean }]
  expect(isOne).toBe(true)
})

it('is 200 without a new version when there is no row to withdraw', async () => {
  await send({ version: 2, dryRun: false })
  const again = await send({ version: 2, dryRun: false })
  expect(again.status).toBe(200)
  expect(await again.json()).toMatchObject({ version: null, changes: [] })
})

describe('a problem', () => {
  it.each([
    ['no JSON', 400, 'Send a JSON object'],
    ['{"version": 0}', 400, 'version: '],
    ['{"version": 2, "colour": "red"}', 400, 'Unrecognized key: "colour"'],
    ['{"series": ["skewness"]}', 400, 'Name a version, or series with from and to.'],
    ['{"series": ["skewness"], "from": "2024-08-32", "to": "2024-08-30"}', 400, 'from: '],
    ['{"version": 9, "dryRun": false}', 422, 'There is no data version 9: the newest is 2.'],
    [JSON.stringify({ version: 2, reason: 'x'.repeat(70_000) }), 413, 'The body is larger than 65536 bytes.'],
  ])('%.60s', async (body, status, detail) => {
    const response = await send(body)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect((await response.json()).detail).toContain(detail)
    expect(await countVersions()).toBe(2)
  })

  it('is a wrong token, and an address that is not there without one', async () => {
    expect((await send({ version: 2 }, { authorization: 'Bearer other' })).status).toBe(401)
    expect(withdrawals.GET().status).toBe(405)
    const paths = async () => Object.keys((await openApi.GET().json()).paths)
    expect(await paths()).toContain('/withdrawals')
    delete process.env.IMPORT_TOKEN
    expect((await send({ version: 2 })).status).toBe(404)
    expect(withdrawals.GET().status).toBe(404)
    expect(await paths()).not.toContain('/withdrawals')
    process.env.IMPORT_TOKEN = TOKEN
  })
})
