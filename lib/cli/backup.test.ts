import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
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
