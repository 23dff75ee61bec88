import { afterAll, beforeAll, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import { answerAuditFile } from '@/lib/export/answer-audit-file'
import { answerImport } from '@/lib/import/http/answer-import'
import { makePerson } from '@/lib/testing/access/accounts'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv } from '@/lib/testing/import/sample-files'
import { getAuditEvents } from '../queries/get-audit-events'
import { makeToken } from '../tokens/make-token'
import { recordEvent } from './record-event'

sampleStore()
const CSV = factorCsv('2024-08-30,skewness,0.01,-0.02,0.003')
const IMPORT_TOKEN = 'an-import-token-of-old'

beforeAll(() => {
  process.env.AUTH = 'accounts'
})
afterAll(() => {
  delete process.env.AUTH
  delete process.env.IMPORT_TOKEN
})

const newest = async () =>
  (await getAuditEvents({ action: null, from: null, to: null, about: null, subject: null }, NEWEST))[0]
const NEWEST = { before: null, limit: 1 }

async function send(csv: string, token: string): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': '192.0.2.9' }
  return answerImport(new Request('http://localhost/api/v1/imports?name=a.csv', { method: 'POST', body: csv, headers }))
}

async function tokenOf(role: 'editor' | 'viewer', scopes: ('read' | 'import')[]): Promise<string> {
  const { id } = await makePerson(role)
  const by = { kind: 'person', id, address: null } as const
  return (await makeToken({ name: 'Friday loader', scopes, days: 30 }, by)).token
}

it('has a load by a command, and by the token that sent it, in the transaction of the load', async () => {
  expect(await newest()).toMatchObject({ actorKind: 'command', action: 'load', subject: '1', address: null })
  const answer = await send(CSV, await tokenOf('editor', ['import']))
  expect([answer.status, answer.headers.get('deprecation')]).toEqual([201, null])
  expect(await newest()).toMatchObject({
    actorKind: 'token',
    actorName: 'Friday loader',
    action: 'load',
    subject: '2',
    details: { kind: 'factor_returns' },
    address: '192.0.2.0',
  })
  const { loadedBy } = await prisma.dataVersion.findUniqueOrThrow({ where: { id: 2 } })
  expect(loadedBy).toBe('Friday loader')
  const [{ isOne }] = await prisma.$queryRaw<[{ isOne: boolean }]>`
    select version.xmin = event.xmin as "isOne" from data_version as version, audit_event as event
    where version.id = 2 and event.subject = '2' and event.action = 'load'`
  expect(isOne).toBe(true)
})

it('takes no file by a token of another use, or of a person who may not load', async () => {
  expect((await send(CSV, await tokenOf('editor', ['read']))).status).toBe(403)
  expect((await send(CSV, await tokenOf('viewer', ['import']))).status).toBe(403)
  expect((await send(CSV, 'fw_unknown')).status).toBe(401)
})

it('says that IMPORT_TOKEN is old, and takes it', async () => {
  process.env.IMPORT_TOKEN = IMPORT_TOKEN
  const answer = await send(factorCsv('2024-08-29,skewness,0.01,-0.02,0.003'), IMPORT_TOKEN)
  expect(answer.status).toBe(201)
  expect(answer.headers.get('deprecation')).toMatch(/^@\d+$/)
  expect(answer.headers.get('warning')).toContain('/account')
  expect(await newest()).toMatchObject({ actorKind: 'token', actorId: null, action: 'load' })
})

it('can be neither changed nor deleted, but for an address', async () => {
  await recordEvent({ kind: 'unknown', id: null, address: '192.0.2.1' }, 'sign-in-failed')
  const refused = [
    "update audit_event set action = 'load'",
    'update audit_event set at = now()',
    "update audit_event set address = '192.0.2.2'",
    'update audit_event set actor_id = null, address = null where actor_id is not null',
    'delete from audit_event',
    'truncate audit_event',
  ]
  for (const statement of refused) await expect(prisma.$executeRawUnsafe(statement)).rejects.toThrow(/is refused/)
  expect(await prisma.$executeRawUnsafe('update audit_event set address = null')).toBeGreaterThan(0)
})

it('is chosen by action, day and person, and pages without gaps', async () => {
  const { id } = await makePerson('viewer')
  for (let round = 0; round < 5; round += 1) await recordEvent({ kind: 'person', id, address: null }, 'name-changed')
  const all = { action: null, from: null, to: null, about: id, subject: null }
  const page = await getAuditEvents(all, { before: null, limit: 3 })
  const rest = await getAuditEvents(all, { before: page.at(-1)?.id ?? null, limit: 3 })
  expect([page.length, rest.length, new Set([...page, ...rest].map((event) => event.id)).size]).toEqual([3, 2, 5])
  const today = new Date().toISOString().slice(0, 10)
  const countOf = async (more: object) => (await getAuditEvents({ ...all, ...more }, { before: null, limit: 9 })).length
  expect(await countOf({ from: today, to: today })).toBe(5)
  expect(await countOf({ to: '2020-01-01' })).toBe(0)
  expect(await countOf({ action: 'sign-in' })).toBe(0)
})

it('is a file for administrators, in which no name is a formula', async () => {
  const [admin, publisher] = [await makePerson('admin'), await makePerson('publisher')]
  await prisma.accessUser.update({ where: { id: admin.id }, data: { name: '=HYPERLINK("x")' } })
  await recordEvent({ kind: 'person', id: admin.id, address: null }, 'sign-in')
  const ask = (cookie: string) =>
    answerAuditFile(new Request('http://localhost/admin/audit.csv?action=sign-in', { headers: { cookie } }), 'csv')
  const answer = await ask(admin.cookie)
  const [head, ...rows] = (await answer.text()).trim().split('\r\n')
  expect(head).toContain('time,actor_kind,actor_id,actor_name,action')
  expect(rows).toHaveLength(1)
  expect(rows[0]).toContain(`"'=HYPERLINK(""x"")"`)
  expect([(await ask(publisher.cookie)).status, (await ask('')).status]).toEqual([403, 401])
})
