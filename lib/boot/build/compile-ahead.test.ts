import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { compileAhead } from './compile-ahead'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'factor-weekly-build-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('puts the hint once at the head of the scripts of every page, and leaves the others', async () => {
  await writeFile(join(folder, 'build-manifest.json'), '{"rootMainFiles":["react.js"]}')
  for (const name of ['react.js', 'charts.js']) await writeFile(join(folder, name), 'run()')
  for (let build = 0; build < 2; build++) await compileAhead(folder)
  expect(await readFile(join(folder, 'react.js'), 'utf8')).toBe('//# allFunctionsCalledOnLoad\nrun()')
  expect(await readFile(join(folder, 'charts.js'), 'utf8')).toBe('run()')
})

it('refuses a build whose scripts are not known', async () => {
  await writeFile(join(folder, 'build-manifest.json'), '{"rootMainFiles":[]}')
  await expect(compileAhead(folder)).rejects.toThrow('rootMainFiles')
})
