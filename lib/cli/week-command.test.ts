import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/db/client'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { importFile } from '@/lib/import/import-file'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database/test-database'
import { factorCsv, makeSampleFolder, SAMPLE_CATALOGUE, type SampleFolder } from '@/lib/testing/import/sample-files'
import { runMailPreviewCli } from './mail-preview'
import { runPdfCli } from './pdf'

const COMMANDS = [
  { name: 'mail-preview', run: runMailPreviewCli, start: '<!doctype html>' },
  { name: 'pdf', run: runPdfCli, start: '%PDF-1.7' },
]

let database: TestDatabase
let folder: SampleFolder
let said: string

beforeAll(async () => {
  folder = await makeSampleFolder()
  database = await createTestDatabase()
  process.env.DATABASE_URL = database.url
  await importCatalogue({ path: await folder.write('catalogue.json', JSON.stringify(SAMPLE_CATALOGUE)) })
  const returns = factorCsv('2024-08-29,skewness,0.02,0.01,0.005', '2024-08-30,skewness,0.01,0.03,0.002')
  await importFile({ path: await folder.write('returns.csv', returns), today: '2024-08-30' })
})

beforeEach(() => {
  said = ''
  const say = (text: unknown) => {
    said += text
    return true
  }
  vi.spyOn(console, 'log').mockImplementation(say)
  vi.spyOn(console, 'error').mockImplementation(say)
  vi.spyOn(process.stderr, 'write').mockImplementation(say)
})

afterAll(async () => {
  vi.restoreAllMocks()
  await folder.remove()
  await prisma.$disconnect()
  await database.drop()
})

it.each(COMMANDS)('$name writes the file of the week of any date and says its name', async ({ run, start, name }) => {
  const out = join(folder.path, `${name}.out`)
  expect(await run(['--week', '2024-08-28', '--lang', 'en', '--out', out])).toBe(0)
  const content = await readFile(out)
  expect(content.subarray(0, start.length).toString().toLowerCase()).toBe(start.toLowerCase())
  expect(said).toContain(`${out}  ${Math.ceil(content.length / 1000)} kB`)
})

it.each(COMMANDS)('$name names the nearest week where the one asked for has no report', async ({ run }) => {
  expect(await run(['--week', '2024-09-30', '--out', join(folder.path, 'none')])).toBe(1)
  expect(said).toBe('There is no report for the week of 2024-09-30. Nearest reports: 2024-08-30.')
})

it.each(COMMANDS)('$name refuses a date that is none, a language that is none, and no file', async ({ run }) => {
  const out = join(folder.path, 'none')
  expect(await run(['--week', '2024-02-30', '--out', out])).toBe(2)
  expect(said).toContain("'2024-02-30' is invalid. Write a date such as 2024-08-30.")
  expect(await run(['--week', '2024-08-30', '--lang', 'fr', '--out', out])).toBe(2)
  expect(await run(['--week', '2024-08-30'])).toBe(2)
  expect(said).toContain("required option '--out <file>' not specified")
})

it.each(COMMANDS)('$name leaves nothing half-written, whatever went wrong', async ({ run }) => {
  const [parent, before] = [await readdir(dirname(folder.path)), await readdir(folder.path)]
  const nowhere = join(folder.path, 'no-folder', 'file')
  expect(await run(['--week', '2024-08-30', '--out', nowhere])).toBe(2)
  expect(said).toContain(`${nowhere} cannot be written: ENOENT`)
  expect(await run(['--week', '2024-08-30', '--out', folder.path])).toBe(2)
  await run(['--week', '2024-09-30', '--out', join(folder.path, 'none')])
  expect(await readdir(folder.path)).toEqual(before)
  const added = (await readdir(dirname(folder.path))).filter((name) => !parent.includes(name))
  expect(added.filter((name) => name.endsWith('.part'))).toEqual([])
})
