/** What was published stays: in the store, after an upgrade of the product, and through a backup. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyStore } from '@/lib/cli/verify'
import { prisma } from '@/lib/db/client'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { withPublishedDates } from '@/lib/editions/newest-published'
import * as source from '@/lib/process/source-version'
import { inScope } from '@/lib/scope/current-scope'
import { EVERYTHING, type ReadScope } from '@/lib/scope/read-scope'
import { restoreBackup } from '@/lib/store/backup/restore-backup'
import { writeBackup } from '@/lib/store/backup/write-backup'
import { createTestDatabase } from '@/lib/testing/database/test-database'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv } from '@/lib/testing/import/sample-files'
import { ORIGIN, segmentOf } from '@/lib/testing/pages/in-process'
import { loadPlain, plainReturns, publishPlain, WEEK } from '@/lib/testing/publish/publishable-week'
import { answerFrozen } from './answer-frozen'
import { answerWeekDocument } from './answer-week-document'
import type { MakeDocument } from './freeze-documents'

const store = sampleStore()
const VIEWER: ReadScope = { ...EVERYTHING, drafts: false }
/** Returns a program that makes documents of its own. */
const programOf =
  (name: string): MakeDocument =>
  async (order) =>
    new TextEncoder().encode(`${name} ${createHash('sha256').update(JSON.stringify(order)).digest('hex')}`)

beforeAll(async () => {
  vi.stubEnv('PUBLISHING', 'desk')
  await loadPlain(store, plainReturns())
  await publishPlain({}, { make: programOf('old') })
})
beforeEach(() => vi.stubEnv('PUBLISHING', 'desk'))
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  forgetLatestVersion()
})

/** Returns status and body of a document, as a reader of a scope gets it. */
async function read(ask: (view: string) => Promise<Response>, scope: ReadScope = VIEWER): Promise<[number, string]> {
  forgetLatestVersion()
  return inScope(await withPublishedDates(scope), async () => {
    const answer = await ask(await segmentOf(''))
    return [answer.status, await answer.text()]
  })
}

const request = () => new Request(`${ORIGIN}/`, { headers: { 'x-only-if-made': '1' } })
const edition = (number: string) => (view: string) =>
  answerFrozen(request(), { locale: 'en', view, date: WEEK, number }, 'report')
const ofWeek = (view: string) => answerWeekDocument(request(), { locale: 'en', view, date: WEEK }, 'report')

describe('the document of an edition', () => {
  let frozen: [number, string] = [0, '']
  beforeAll(async () => {
    frozen = await read(edition('1'))
    expect(frozen).toEqual([200, expect.stringMatching(/^old [0-9a-f]{64}$/)])
  })

  it('has the same bytes when another build of the product answers, with other settings', async () => {
    expect(await read(edition('1'))).toEqual(frozen)
    vi.spyOn(source, 'sourceVersion').mockReturnValue('f'.repeat(64))
    vi.stubEnv('PUBLISHER_FILE', 'none')
    expect(await read(edition('1'))).toEqual(frozen)
    expect(await read(edition('2'))).toMatchObject([404, expect.stringContaining('no such document')])
  })

  it('is that of its week for readers who see no drafts and may see all of its series', async () => {
    expect(await read(ofWeek)).toEqual(frozen)
    expect(await read(ofWeek, { ...VIEWER, markets: ['CN'] })).toEqual(frozen)
    // Theirs is made anew, and was not yet.
    expect(await read(ofWeek, { ...VIEWER, series: ['skewness'] })).toEqual([204, ''])
    expect(await read(ofWeek, EVERYTHING)).toEqual([204, ''])
    vi.stubEnv('PUBLISHING', 'automatic')
    expect(await read(ofWeek)).toEqual([204, ''])
  })

  it('stays as it was when the week is corrected by a later program', async () => {
    await store.load(factorCsv('2024-08-28,skewness,0.0123,0.002,0.003'))
    const order = { reason: 'The vendor corrected a day.', waive: [{ rule: 'restated', reason: 'Checked.' }] }
    await publishPlain(order, { make: programOf('new') })
    expect(await read(edition('1'))).toEqual(frozen)
    expect(await read(edition('2'))).toEqual([200, expect.stringMatching(/^new /)])
    expect(await read(ofWeek)).toEqual([200, expect.stringMatching(/^new /)])
  })
})

describe('the store of editions', () => {
  it.each([
    `update edition set reason = 'x'`,
    `update edition set hash = hash`,
    'delete from edition',
    'truncate edition',
    `update edition_document set content = ''`,
    'delete from edition_document',
    'truncate edition_document',
  ])('refuses: %s', async (statement) => {
    await expect(prisma.$executeRawUnsafe(statement)).rejects.toThrow('the store remembers every row')
  })

  it('refuses an edition that does not follow the chain', async () => {
    const copy = (id: number) => `
      insert into edition select ${id}, market, window_kind, as_of, 2, 'corrected', version, stamp, convention, texts, publisher,
        figures, documents, waivers, 'x', drafted_by, published_by, published_at, previous_hash, repeat('a', 64) from edition`
    await expect(prisma.$executeRawUnsafe(copy(2))).rejects.toThrow('is not the next one of the chain')
    await expect(prisma.$executeRawUnsafe(copy(5))).rejects.toThrow('is not the next one of the chain')
  })

  it('gives no role the right to change it, the owner of the tables included', async () => {
    const client = new Client({ connectionString: store.url })
    await client.connect()
    for (const statement of ['update edition set reason = null', 'delete from edition_document', 'truncate edition']) {
      await client.query('begin; create role plain_owner; alter table edition owner to plain_owner')
      await client.query('alter table edition_document owner to plain_owner; set local role plain_owner')
      await expect(client.query(statement), statement).rejects.toThrow('permission denied')
      await client.query('rollback')
    }
    await client.end()
  })
})

describe('a restored backup', () => {
  it('has the same chain, in which a changed byte is found and named', async () => {
    await publishPlain({ action: 'withdraw', reason: 'Wrong universe.' })
    const path = join(store.folder, 'editions.backup')
    await writeBackup(path)
    const target = await createTestDatabase()
    await prisma.$disconnect()
    vi.stubEnv('DATABASE_URL', target.url)
    const client = new Client({ connectionString: target.url })
    try {
      await restoreBackup(path)
      expect(await verifyStore()).toEqual([])
      expect(await read(edition('1'), EVERYTHING)).toEqual([200, expect.stringMatching(/^old /)])
      await client.connect()
      await client.query('set session_replication_role = replica')
      const tamper = async (statement: string) => {
        await client.query(statement)
        return verifyStore()
      }
      const first = `(select documents -> 0 ->> 'sha256' from edition where id = 1)`
      const flip = `update edition_document set content = set_byte(content, 7, get_byte(content, 7) # 1) where sha256 = ${first}`
      expect(await tamper(flip)).toEqual([
        'edition 1 (CN, 2024-08-30, number 1): the document report (zh) has another SHA-256',
      ])
      const jump = `update edition set figures = jsonb_set(figures, '{cells,skewness.longShort.week}', '0.5') where id = 2`
      expect(await tamper(`${flip}; ${jump}`)).toEqual([
        'edition 2 (CN, 2024-08-30, number 2): its hash is not that of its contents',
      ])
      expect(await tamper('delete from edition where id = 2')).toContain('edition 2 is missing')
    } finally {
      await client.end()
      await prisma.$disconnect()
      vi.stubEnv('DATABASE_URL', store.url)
      await target.drop()
    }
  })
})
