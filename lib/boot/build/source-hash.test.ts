import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { hashSources } from './source-hash.mjs'

let folder: string
let before: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factor-weekly-test-'))
  await mkdir(join(folder, 'app/weeks'), { recursive: true })
  await write('app/weeks/page.tsx', 'one')
  await write('package.json', '{}')
  before = await hashSources(folder)
})

afterEach(() => rm(folder, { recursive: true }))

it('is the same for the same sources', async () => {
  expect(before).toMatch(/^[0-9a-f]{64}$/)
  expect(await hashSources(folder)).toBe(before)
})

it.each([
  ['a changed file', 'app/weeks/page.tsx', 'two'],
  ['another name', 'app/weeks/page2.tsx', 'one'],
  ['a new configuration', 'next.config.js', ''],
])('changes with %s', async (_, path, content) => {
  await write(path, content)
  expect(await hashSources(folder)).not.toBe(before)
})

it.each(['app/weeks/page.test.tsx', 'README.md', 'package.txt'])('does not depend on %s', async (path) => {
  await write(path, 'x')
  expect(await hashSources(folder)).toBe(before)
})

function write(path: string, content: string): Promise<void> {
  return writeFile(join(folder, path), content)
}
