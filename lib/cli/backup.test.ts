import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/db/client'
import { latestVersion } from '@/lib/db/latest-version'
import { createTestDatabase } from '@/lib/testing/database/test-database'
import { sampleStore } from '@/lib/testing/database/test-store'
import { runBackupCli, runRestoreCli } from './backup'

const store = sampleStore()
let path: string
let printed: string
let complained: string

beforeAll(() => {
  path = join(store.folder, 'store.backup')
})

beforeEach(() => {
  printed = complained = ''
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    printed += `${text}\n`
  })
  const complain = (text: string) => {
    complained += text
  }
  vi.spyOn(console, 'error').mockImplementation(complain)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complain(text.toString())
    return true
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  process.env.DATABASE_URL = store.url
})

it('writes a file, which restores an empty store', async () => {
  const { stamp } = await latestVersion()
  expect(await runBackupCli([path])).toBe(0)
  expect(printed).toMatch(
    new RegExp(`^.*store.backup: data version 1 \\(stamp ${stamp}\\), [\\d,]+ rows of \\d+ tables\n$`),
  )
  const target = await createTestDatabase()
  process.env.DATABASE_URL = target.url
  const said = printed
  printed = ''
  expect(await runRestoreCli([path])).toBe(0)
  expect(printed).toBe(said)
  await target.drop()
})

it('tries a backup in a database of its own, and leaves the store as it is', async () => {
  const before = await latestVersion()
  const databases = () => prisma.$queryRaw`select datname from pg_database where datname like 'factor_weekly_trial%'`
  expect(await runRestoreCli([path, '--try'])).toBe(0)
  expect(printed).toMatch(/^The backup can be restored: .* in [\d.]+ s\.\n$/)
  await writeFile(join(store.folder, 'damaged.backup'), (await readFile(path)).subarray(0, 2_000))
  expect(await runRestoreCli([join(store.folder, 'damaged.backup'), '--try'])).toBe(1)
  expect(complained).toContain('The backup could not be restored: see above for why. The store is as it was.')
  await rm(join(store.folder, 'damaged.backup'))
  expect(await databases()).toEqual([])
  expect(await latestVersion()).toEqual(before)
})

it('names the backups of a folder, and removes old ones with --keep', async () => {
  const folder = join(store.folder, 'nightly')
  await mkdir(folder)
  const old = ['2026-08-30', '2026-08-31', '2026-11-16', '2026-11-17'].map((day) => `factor-weekly-${day}-v1.backup`)
  for (const name of [...old, 'mine.txt']) await writeFile(join(folder, name), '')
  expect(await runBackupCli([folder, '--keep', '14'])).toBe(0)
  expect(printed).toContain(`removed ${old[0]}\nremoved ${old[2]}\n`)
  const kept = [old[1], old[3], 'factor-weekly-2026-11-30-v1.backup', 'mine.txt']
  expect((await readdir(folder)).toSorted()).toEqual(kept)
  expect(await runBackupCli([folder])).toBe(2)
  expect(await runBackupCli([join(folder, 'mine.txt'), '--keep', '14'])).toBe(2)
  expect(complained).toContain('--keep needs a folder')
  expect(await runBackupCli([folder, '--keep', '0'])).toBe(2)
  await rm(folder, { recursive: true })
})

it('replaces a file only with --replace', async () => {
  await writeFile(path, 'mine')
  expect(await runBackupCli([path])).toBe(2)
  expect(complained).toContain('exists already: choose another name, or add --replace.')
  expect(await readFile(path, 'utf8')).toBe('mine')
  expect(await runBackupCli([path, '--replace', '--json'])).toBe(0)
  expect(JSON.parse(printed)).toMatchObject({ file: path, version: { id: 1 } })
  expect(await readdir(store.folder)).toEqual(['store.backup'])
})

describe('exit codes', () => {
  it.each<[number, string, () => Promise<number>, string]>([
    [1, 'a store with rows', () => runRestoreCli([path]), 'The store is not empty'],
    [
      1,
      'a backup that is stopped',
      () => runBackupCli([join(store.folder, 'b')], AbortSignal.abort()),
      'Stopped: no backup was written.',
    ],
    [2, 'no file', () => runBackupCli([]), 'missing required argument'],
    [
      2,
      'a folder that is not there',
      () => runBackupCli(['/nowhere/store.backup']),
      'cannot be read or written (ENOENT)',
    ],
    [2, 'a backup that is not there', () => runRestoreCli(['/nowhere/store.backup']), '(ENOENT)'],
    [2, 'a folder', () => runRestoreCli(['/']), '/ is a folder; give the name of the backup.'],
  ])('%i for %s', async (code, _, run, message) => {
    expect(await run()).toBe(code)
    expect(complained).toContain(message)
    expect(await readdir(store.folder)).toEqual(['store.backup'])
  })

  it('3 when the database fails', async () => {
    process.env.DATABASE_URL = 'postgresql://127.0.0.1:1/store'
    expect(await runRestoreCli([path])).toBe(3)
    expect(complained).toContain('The database failed')
  })
})
