import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as imports from '@/app/api/v1/imports/route'
import * as openApi from '@/app/api/v1/openapi.json/route'
import { prisma } from '@/lib/db/client'
import { latestVersion } from '@/lib/db/latest-version'
import { emptyStore } from '@/lib/testing/database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { answerImport } from './answer-import'
import { receiveBody } from './receive-body'

const TOKEN = 'a token of some length'.replaceAll(' ', '-')
const CSV = factorCsv('2024-08-30,skewness,0.01,-0.02,0.003')

const TARGET = join(tmpdir(), `factor-weekly-body-${process.pid}`)

emptyStore()

beforeAll(async () => {
  process.env.IMPORT_TOKEN = TOKEN
  expect((await send('catalogue.json', JSON.stringify(SAMPLE_CATALOGUE))).status).toBe(201)
})

afterAll(async () => {
  delete process.env.IMPORT_TOKEN
  await rm(TARGET, { force: true })
})

interface Sent {
  headers?: Record<string, string>
  query?: string
}

function send(name: string, body: BodyInit, { headers = {}, query = '' }: Sent = {}): Promise<Response> {
  const address = `http://localhost/api/v1/imports?name=${encodeURIComponent(name)}${query}`
  const authorization = `Bearer ${TOKEN}`
  return answerImport(new Request(address, { method: 'POST', body, headers: { authorization, ...headers } }))
}

const sha256 = (text: string) => createHash('sha256').update(text).digest()
const sha512 = (text: string) => createHash('sha512').update(text).digest('base64')
/** Returns whether one transaction wrote the newest version and the stored answer. */
const transactionsOf = (key: string) => prisma.$queryRaw`
  select version.xmin = request.xmin as "isOne"
  from import_request as request, data_version as version
  where idempotency_key = ${key} and id = (select max(id) from data_version)`
const countVersions = () => prisma.dataVersion.count()

describe('authorisation', () => {
  it('refuses everybody when no token is set', async () => {
    delete process.env.IMPORT_TOKEN
    expect((await send('returns.csv', CSV)).status).toBe(404)
    process.env.IMPORT_TOKEN = TOKEN
  })

  it('answers 404 to every method and describes no such address when no token is set', async () => {
    const others = { GET: imports.GET, PUT: imports.PUT, PATCH: imports.PATCH, DELETE: imports.DELETE }
    const statuses = () => Object.values(others).map((answer) => answer().status)
    const paths = async () => Object.keys((await openApi.GET().json()).paths)
    expect(statuses()).toEqual([405, 405, 405, 405])
    expect(imports.GET().headers.get('allow')).toBe('POST')
    expect(await paths()).toContain('/imports')
    delete process.env.IMPORT_TOKEN
    expect(statuses()).toEqual([404, 404, 404, 404])
    expect(await paths()).not.toContain('/imports')
    expect(await openApi.GET().text()).not.toMatch(/import/i)
    process.env.IMPORT_TOKEN = TOKEN
  })

  it.each(['', 'Bearer', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`])('refuses the header "%s"', async (authorization) => {
    const response = await send('returns.csv', CSV, { headers: { authorization } })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('Bearer')
    expect(await countVersions()).toBe(1)
  })
})

describe('a faulty request', () => {
  it.each([
    ['returns.csv', '', {}, 400],
    ['returns.csv', CSV, { 'content-length': `${CSV.length + 1}` }, 400],
    ['returns.csv', CSV, { 'content-length': '999999999999' }, 413],
    ['returns.csv', CSV, { 'content-digest': `sha-256=:${sha256('other').toString('base64')}:` }, 400],
    ['returns.csv', CSV, { 'x-content-sha256': sha256('other').toString('hex') }, 400],
    ['../returns.csv', CSV, {}, 400],
    ['returns.csv', CSV, { 'idempotency-key': 'a b' }, 400],
  ])('writes nothing: %s %j %j', async (name, body, headers, status) => {
    const response = await send(name, body, { headers })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await countVersions()).toBe(1)
  })

  it.each([
    { 'content-digest': 'sha-512=:AAAA:' },
    { 'content-digest': `sha-512=:${sha512('other')}:` },
    { 'content-digest': 'sha-256=:!!!!:' },
    { 'content-digest': 'sha-256' },
    { 'content-digest': `sha-256=${sha256(CSV).toString('base64')}` },
    { 'content-digest': `SHA-256=:${sha256('other').toString('base64')}:` },
    { 'content-digest': `sha-256=:${sha256(CSV).toString('base64')}:, sha-512=:${sha512('other')}:` },
    { 'content-digest': `sha-512=:${sha512(CSV)}:, sha-256=:${sha256('other').toString('base64')}:` },
    { 'content-digest': 'md5=:AAAAAAAAAAAAAAAAAAAAAA==:' },
    { 'content-digest': '' },
    { 'x-content-sha256': sha256(CSV).toString('base64') },
  ])('writes nothing with a checksum that is wrong or cannot be checked: %j', async (headers) => {
    const response = await send('returns.csv', CSV, { headers })
    expect(response.status).toBe(400)
    const { detail } = await response.json()
    expect(detail).toMatch(/^(Content-Digest|X-Content-SHA256) cannot be checked as .*: write |says another SHA-/)
    expect(detail.toLowerCase()).toContain('nothing was written')
    expect(await countVersions()).toBe(1)
  })

  it.each([
    `sha-512=:${sha512(CSV)}:`,
    `md5=:AAAAAAAAAAAAAAAAAAAAAA==:, SHA-256=:${sha256(CSV).toString('base64')}:`,
    `sha-256=:${sha256(CSV).toString('base64')}:;a=1,sha-512=:${sha512(CSV)}:`,
  ])('is accepted with a correct checksum: %s', async (digest) => {
    const response = await send('returns.csv', CSV, { headers: { 'content-digest': digest }, query: '&dryRun=true' })
    expect(response.status).toBe(200)
  })

  it('names the parameters that are wrong', async () => {
    const response = await send('returns.csv', CSV, { query: '&unit=bps&colour=red' })
    expect(response.status).toBe(400)
    const { faults } = await response.json()
    expect(faults.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual(['colour', 'unit'])
  })

  it('names the parameters that are repeated', async () => {
    const response = await send('returns.csv', CSV, { query: '&dryRun=true&dryRun=false&name=other.csv' })
    expect(response.status).toBe(400)
    expect((await response.json()).faults).toMatchObject([
      { parameter: 'name', value: 'returns.csv other.csv' },
      { parameter: 'dryRun', message: 'dryRun may be given only once, not as "true" and "false".' },
    ])
    expect(await countVersions()).toBe(1)
  })

  it('is refused when its body ends early or does not end', async () => {
    const cut = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(CSV.slice(0, 20)))
        controller.error(new Error('aborted'))
      },
    })
    const options = { method: 'POST', duplex: 'half' } as const
    const request = new Request('http://localhost', { ...options, body: cut })
    await expect(receiveBody(request, TARGET)).rejects.toMatchObject({ status: 400 })
    const endless = new Request('http://localhost', { ...options, body: new ReadableStream() })
    await expect(receiveBody(endless, TARGET, 50)).rejects.toMatchObject({ status: 408 })
  })
})

describe('a file', () => {
  it('is checked in a dry run, loaded once, and adds nothing new when sent again', async () => {
    const trial = await send('returns.csv', CSV, { query: '&dryRun=true' })
    expect([trial.status, await trial.json()]).toMatchObject([200, { dryRun: true, rowsNew: 1, version: null }])
    const digest = `sha-256=:${sha256(CSV).toString('base64')}:`
    const first = await send('returns.csv', CSV, { headers: { 'content-digest': digest } })
    expect([first.status, await first.json()]).toMatchObject([201, { file: 'returns.csv', version: 2, rowsNew: 1 }])
    const again = await send('returns.csv', CSV)
    expect([again.status, await again.json()]).toMatchObject([200, { version: null, rowsUnchanged: 1 }])
    const load = await prisma.dataVersion.findUniqueOrThrow({ where: { id: 2 } })
    expect(load).toMatchObject({ sourceName: 'returns.csv', loadedBy: 'IMPORT_TOKEN', isDemo: false })
  })

  it('is visible to the next request after the load', async () => {
    // The clock is stopped, so that cached values stay fresh.
    vi.spyOn(performance, 'now').mockReturnValue(performance.now())
    const before = await latestVersion()
    const response = await send('returns.csv', factorCsv('2024-08-27,skewness,0.01,-0.02,0.003'))
    expect(await response.json()).toMatchObject({ version: before.id + 1 })
    expect((await latestVersion()).id).toBe(before.id + 1)
    vi.restoreAllMocks()
  })

  it('is refused with all of its faults', async () => {
    const response = await send('returns.csv', factorCsv('2024-08-31,skewness,0.01,x,0.003'))
    expect(response.status).toBe(422)
    const { faults, faultCount } = await response.json()
    expect(faultCount).toBe(2)
    expect(faults.map(({ rule }: { rule: string }) => rule)).toEqual(['not-a-trading-day', 'not-a-number'])
  })

  it('has one answer for its key, which another file cannot use', async () => {
    const headers = { 'idempotency-key': 'week-35' }
    const body = factorCsv('2024-08-29,skewness,0.011,-0.021,0.004')
    const first = await send('returns.csv', body, { headers })
    const again = await send('returns.csv', body, { headers })
    expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true'])
    expect(await again.json()).toEqual(await first.json())
    expect(await transactionsOf('week-35')).toEqual([{ isOne: true }])
    expect((await send('returns.csv', CSV, { headers })).status).toBe(422)
    expect((await send('other.csv', body, { headers })).status).toBe(422)
  })

  it('does not use up its key when it is refused', async () => {
    const headers = { 'idempotency-key': 'corrected' }
    const wrong = factorCsv('2024-08-26,skewness,0.01,x,0.003')
    expect((await send('returns.csv', wrong, { headers })).status).toBe(422)
    const again = await send('returns.csv', wrong, { headers })
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([422, null])
    const right = await send('returns.csv', wrong.replace('x', '0.02'), { headers })
    expect(right.status).toBe(201)
    expect((await send('returns.csv', CSV, { headers })).status).toBe(422)
  })

  it('takes a key that an earlier version kept for a refused file', async () => {
    await prisma.importRequest.create({
      data: { idempotencyKey: 'old', requestSha256: '0'.repeat(64), status: 422, answer: {} },
    })
    const headers = { 'idempotency-key': 'old' }
    const body = factorCsv('2024-08-23,skewness,0.01,-0.02,0.003')
    expect((await send('returns.csv', body, { headers })).status).toBe(201)
    expect((await send('returns.csv', body, { headers })).headers.get('idempotent-replayed')).toBe('true')
  })

  it('creates one version when sent twice at once', async () => {
    const before = await countVersions()
    const body = factorCsv('2024-08-28,skewness,0.012,-0.022,0.005')
    const both = await Promise.all([send('returns.csv', body), send('returns.csv', body)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201])
    expect(await countVersions()).toBe(before + 1)
    const headers = { 'idempotency-key': 'at-once' }
    const keyed = await Promise.all([send('returns.csv', body, { headers }), send('returns.csv', body, { headers })])
    expect(keyed.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})
