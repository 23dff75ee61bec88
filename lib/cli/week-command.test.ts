import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv } from '@/lib/testing/import/sample-files'
import { runMailPreviewCli } from './mail-preview'
import { runPdfCli } from './pdf'

const COMMANDS = [
  { name: 'mail-preview', run: runMailPreviewCli, start: '<!doctype html>' },
  { name: 'pdf', run: runPdfCli, start: '%PDF-1.7' },
]

const store = sampleStore()
let printed: string

beforeAll(async () => {
  await store.load(factorCsv('2024-08-29,skewness,0.02,0.01,0.005', '2024-08-30,skewness,0.01,0.03,0.002'))
})

beforeEach(() => {
  printed = ''
  const record = (text: unknown) => {
    printed += text
    return true
  }
  vi.spyOn(console, 'log').mockImplementation(record)
  vi.spyOn(console, 'error').mockImplementation(record)
  vi.spyOn(process.stderr, 'write').mockImplementation(record)
})

afterAll(() => vi.restoreAllMocks())

it.each(COMMANDS)('$name writes the file of the week of any date and prints its name', async ({ run, start, name }) => {
  const out = join(store.folder, `${name}.out`)
  expect(await run(['--week', '2024-08-28', '--lang', 'en', '--out', out])).toBe(0)
  const content = await readFile(out)
  expect(content.subarray(0, start.length).toString().toLowerCase()).toBe(start.toLowerCase())
  expect(printed).toContain(`${out}  ${Math.ceil(content.length / 1000)} kB`)
})

it.each(COMMANDS)('$name names the nearest week when the requested one has no report', async ({ run }) => {
  expect(await run(['--week', '2024-09-30', '--out', join(store.folder, 'none')])).toBe(1)
  expect(printed).toBe('There is no report for the week of 2024-09-30. Nearest reports: 2024-08-30.')
})

it.each(COMMANDS)('$name refuses an invalid date, an invalid language, and a missing file', async ({ run }) => {
  const out = join(store.folder, 'none')
  expect(await run(['--week', '2024-02-30', '--out', out])).toBe(2)
  expect(printed).toContain("'2024-02-30' is invalid. Write a date such as 2024-08-30.")
  expect(await run(['--week', '2024-08-30', '--lang', 'fr', '--out', out])).toBe(2)
  expect(await run(['--week', '2024-08-30'])).toBe(2)
  expect(printed).toContain("required option '--out <file>' not specified")
})

it.each(COMMANDS)('$name leaves no incomplete file after any error', async ({ run }) => {
  const [parent, before] = [await readdir(dirname(store.folder)), await readdir(store.folder)]
  const nowhere = join(store.folder, 'no-folder', 'file')
  expect(await run(['--week', '2024-08-30', '--out', nowhere])).toBe(2)
  expect(printed).toContain(`${nowhere} cannot be written: ENOENT`)
  expect(await run(['--week', '2024-08-30', '--out', store.folder])).toBe(2)
  await run(['--week', '2024-09-30', '--out', join(store.folder, 'none')])
  expect(await readdir(store.folder)).toEqual(before)
  const added = (await readdir(dirname(store.folder))).filter((name) => !parent.includes(name))
  expect(added.filter((name) => name.endsWith('.part'))).toEqual([])
})
