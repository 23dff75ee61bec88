/** Backups on a real database: a restored store is the same, and a damaged or interrupted one leaves nothing. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { verifyStore } from '@/lib/cli/verify'
import { prisma } from '@/lib/db/client'
import { getVersionStamp } from '@/lib/db/queries/versions/get-version-stamp'
import { keepAnswer } from '@/lib/import/http/replay'
import { DatabaseFailure } from '@/lib/import/write/load-session'
import { withdraw } from '@/lib/store/withdraw/withdraw'
import { withdrawalOrder } from '@/lib/store/withdraw/withdrawal-order'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database/test-database'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { BackupRefusal } from './backup-format'
import { restoreBackup } from './restore-backup'
import { writeBackup } from './write-backup'

const store = sampleStore()
let path: string
const targets: TestDatabase[] = []

/** A catalogue with texts that COPY escapes, restatements, coefficients, a withdrawal and a kept answer. */
beforeAll(async () => {
  const nameEn = 'Tab\there, back\\slash and "quotes" — 中文'
  const [first, ...others] = SAMPLE_CATALOGUE.factors
  await store.load(factorCsv('2024-08-29,skewness,0.1,1e-17,-0.3', '2024-08-30,skewness,0.01,0,0'))
  await store.load(factorCsv('2024-08-30,skewness,0.30000000000000004,0,0'))
  await store.load('date,series,ic,rank_ic\n2024-08-30,skewness,,0.2\n')
  await store.load(portfolioCsv('2024-08-30,enhanced,0.01,0'))
  await store.loadCatalogue({ ...SAMPLE_CATALOGUE, factors: [{ ...first, descriptionEn: nameEn }, ...others] })
  await withdraw(withdrawalOrder.parse({ version: 3 }), { loadedBy: 'tester', dryRun: false })
  await keepAnswer({ key: 'a', sha256: '0'.repeat(64) }, { status: 201, body: { text: nameEn } })
  path = join(store.folder, 'store.backup')
  await writeBackup(path)
})

afterAll(async () => {
  for (const target of targets) await target.drop()
})

/** Runs with DATABASE_URL on an empty, migrated database. */
async function inEmptyStore<Result>(run: (url: string) => Promise<Result>): Promise<Result> {
  const target = await createTestDatabase()
  targets.push(target)
  return onDatabase(target.url, () => run(target.url))
}

async function onDatabase<Result>(url: string, run: () => Promise<Result>): Promise<Result> {
  const before = process.env.DATABASE_URL
  await prisma.$disconnect()
  process.env.DATABASE_URL = url
  try {
    return await run()
  } finally {
    await prisma.$disconnect()
    process.env.DATABASE_URL = before
  }
}

/** Every row of every table but the migrations, as text. */
async function contentOf(url: string): Promise<Record<string, string[]>> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: tables } = await client.query(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'`,
    )
    const content: Record<string, string[]> = {}
    for (const { name } of tables) {
      const { rows } = await client.query(`select own::text as row from "${name}" as own order by 1`)
      content[name] = rows.map(({ row }) => row)
    }
    return content
  } finally {
    await client.end()
  }
}

let untouched: Promise<{ url: string; content: Record<string, string[]> }> | null = null

/** Runs with DATABASE_URL on an empty store, which all such runs share, and fails when it holds other rows after it. */
async function leavingNothing(run: (url: string) => Promise<void>): Promise<void> {
  untouched ??= inEmptyStore(async (url) => ({ url, content: await contentOf(url) }))
  const { url, content } = await untouched
  await onDatabase(url, () => run(url))
  expect(await contentOf(url)).toEqual(content)
}

it('restores every row of every table, the stamp and the triggers', async () => {
  const stamps = await Promise.all([1, 4, 7].map(getVersionStamp))
  await inEmptyStore(async (url) => {
    const summary = await restoreBackup(path)
    const content = await contentOf(url)
    expect(content).toEqual(await contentOf(store.url))
    expect(summary.rows).toBe(Object.values(content).flat().length)
    expect(Object.values(content).filter((rows) => rows.length > 0).length).toBeGreaterThan(10)
    expect(summary.version).toEqual({ id: 7, stamp: stamps[2] })
    expect(await Promise.all([1, 4, 7].map(getVersionStamp))).toEqual(stamps)
    expect(await verifyStore()).toEqual([])
    await expect(prisma.$executeRaw`delete from factor_return`).rejects.toThrow('is refused')
    await expect(prisma.$executeRaw`update factor_return set long_return = 0`).rejects.toThrow('may only be closed')
  })
})

it('is the same after a second backup, and loads go on from there', async () => {
  await inEmptyStore(async (url) => {
    await restoreBackup(path)
    const again = join(store.folder, 'again.backup')
    await writeBackup(again)
    expect(await entriesOf(again)).toEqual(await entriesOf(path))
    expect(await store.load(portfolioCsv('2024-08-29,enhanced,0.02,0'))).toMatchObject({ version: 8 })
    expect((await contentOf(url)).portfolio_return).toHaveLength(2)
  })
})

it('restores one of before the tables of editions and texts were added', async () => {
  const older = join(store.folder, 'older.backup')
  await inEmptyStore(async () => {
    await restoreBackup(path)
    await prisma.$executeRawUnsafe('drop table edition, edition_document, week_draft, week_text')
    await prisma.$executeRawUnsafe(
      `delete from _prisma_migrations where migration_name in ('20241209000000_editions', '20241210000000_week_texts')`,
    )
    await writeBackup(older)
  })
  await inEmptyStore(async () => {
    await restoreBackup(older)
    expect(await verifyStore()).toEqual([])
    expect(await prisma.edition.count()).toBe(0)
  })
})

/** Removes the only piece of a table, whose header and content are a block each. */
function withoutPiece(archive: string): string {
  const start = archive.indexOf('portfolio_return/000001')
  return archive.slice(0, start) + archive.slice(start + 1024)
}

/** Ends the connection that waits for a lock in this database. */
const END_OF_WAITING = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`

/** The archive without the moment at which it was made. */
async function entriesOf(file: string): Promise<string> {
  return gunzipSync(await readFile(file))
    .toString('latin1')
    .replace(/"madeAt": "[^"]*"/, '')
    .replace(/"manifest": "[^"]*"/, '')
}

describe('leaves nothing', () => {
  const PIECE = /(\d\.\d+)(\t[-\d.e]+\t[-\d.e]+\t2\t)/

  it.each<[string, (archive: string) => string, string]>([
    ['a value was altered', (archive) => archive.replace(PIECE, '0.5$2').slice(0, archive.length), 'another checksum'],
    [
      'the stamp was altered',
      (archive) => archive.replace(/"stamp": "./, '"stamp": "x'),
      'manifest.json has another checksum',
    ],
    [
      'a value is no number',
      (archive) => archive.replace(/0\.30000000000000004/, '0.3000000000000000x'),
      'factor_return: ',
    ],
    ['the checksums are missing', (archive) => archive.slice(0, archive.lastIndexOf('checksums.json')), ''],
    ['a piece is missing', withoutPiece, 'portfolio_return has another checksum'],
  ])('when %s', async (_, alter, why) => {
    const altered = join(store.folder, 'altered.backup')
    const archive = gunzipSync(await readFile(path)).toString('latin1')
    expect(alter(archive)).not.toBe(archive)
    await writeFile(altered, gzipSync(Buffer.from(alter(archive), 'latin1')))
    await leavingNothing(async () => {
      const refused = await restoreBackup(altered).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(BackupRefusal)
      expect(String(refused)).toContain(why)
      await expect(prisma.$executeRaw`delete from factor_return`).rejects.toThrow('is refused')
    })
  })

  it.each([0.01, 0.3, 0.6, 0.9, 0.999])('when the file ends after a share of %d', async (share) => {
    const bytes = await readFile(path)
    const cut = join(store.folder, 'cut.backup')
    await writeFile(cut, bytes.subarray(0, Math.floor(bytes.length * share)))
    await leavingNothing(async () => {
      await expect(restoreBackup(cut)).rejects.toThrow('The file is no backup, or is damaged')
    })
  })

  it('when the connection is lost', async () => {
    await leavingNothing(async (url) => {
      const [blocker, observer] = [new Client({ connectionString: url }), new Client({ connectionString: url })]
      await Promise.all([blocker.connect(), observer.connect()])
      await blocker.query('begin; lock table portfolio_return')
      const restored = restoreBackup(path).catch((error: unknown) => error)
      await vi.waitUntil(async () => (await observer.query(END_OF_WAITING)).rowCount === 1, { timeout: 10_000 })
      expect(await restored).toBeInstanceOf(DatabaseFailure)
      await Promise.all([blocker.end(), observer.end()])
    })
  })

  it('when writing is stopped', async () => {
    const before = await readdir(store.folder)
    const controller = new AbortController()
    const stopped = writeBackup(join(store.folder, 'stopped.backup'), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    await expect(stopped).rejects.toThrow('abort')
    expect(await readdir(store.folder)).toEqual(before)
  })
})

describe('is refused', () => {
  it('for a store with rows', async () => {
    await expect(restoreBackup(path)).rejects.toThrow(/^The store is not empty \(\w+ has rows\)/)
  })

  it('when there is nothing to back up', async () => {
    await leavingNothing(async () => {
      await expect(writeBackup(join(store.folder, 'empty.backup'))).rejects.toThrow('Nothing has been loaded yet')
    })
    expect(await readdir(store.folder)).not.toContain('empty.backup')
  })

  it.each([
    ['newer', `delete from _prisma_migrations where migration_name like '20241129%'`, 'made by a newer version'],
    [
      'older',
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'x', '2999_next', now())`,
      'made by an older version',
    ],
    ['other', `update _prisma_migrations set checksum = 'x'`, 'made with another migration'],
  ])('from a product that is %s', async (_, statement, message) => {
    await inEmptyStore(async () => {
      await prisma.$executeRawUnsafe(statement)
      await expect(restoreBackup(path)).rejects.toThrow(message)
    })
  })

  it('for a file that is something else', async () => {
    for (const bytes of [
      Buffer.from('date,series\n'),
      gzipSync('date,series\n'),
      gzipSync(Buffer.alloc(2048)),
      Buffer.alloc(0),
    ]) {
      const other = join(store.folder, 'other.backup')
      await writeFile(other, bytes)
      await leavingNothing(async () => {
        await expect(restoreBackup(other)).rejects.toThrow('The file is no backup, or is damaged')
      })
    }
  })
})

it('takes tables and sequences of later migrations', async () => {
  const later = `create table later (id int generated always as identity primary key, code text references factor (code),
                                     twice int generated always as (id * 2) stored)`
  await inEmptyStore(async (url) => {
    await restoreBackup(path)
    await prisma.$executeRawUnsafe(later)
    await prisma.$executeRaw`insert into later (code) values ('skewness'), ('network'), (null)`
    const wider = join(store.folder, 'wider.backup')
    await writeBackup(wider)
    const content = await contentOf(url)
    await inEmptyStore(async (target) => {
      await prisma.$executeRawUnsafe(later)
      await restoreBackup(wider)
      expect(await contentOf(target)).toEqual(content)
      await prisma.$executeRaw`insert into later (code) values (null)`
      expect((await contentOf(target)).later).toContain('(4,,8)')
    })
  })
})
