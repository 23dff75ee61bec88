import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { inTemporaryFolder, makeTemporaryFolder, removeAbandonedFolders } from './temporary-folder'

it('removes the folder with its files, also after an error', async () => {
  const known: string[] = []
  const use = async (folder: string) => {
    known.push(folder)
    await writeFile(join(folder, 'body'), 'x')
    if (known.length === 2) throw new Error('cut')
    return folder
  }
  const first = await inTemporaryFolder('upload', use)
  await expect(inTemporaryFolder('upload', use)).rejects.toThrow('cut')
  expect(basename(first)).toContain(`-${process.pid}-`)
  expect(known.map(existsSync)).toEqual([false, false])
})

it('removes the folders of processes that were killed, and no others', async () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  const names = [
    `factor-weekly-upload-${pid}-abc`,
    `factor-weekly-upload-${process.pid}-abc`,
    `factor-weekly-${pid}-abc`,
  ]
  const folders = names.map((name) => join(tmpdir(), name))
  for (const folder of folders) mkdirSync(folder, { recursive: true })
  await removeAbandonedFolders()
  expect(folders.map(existsSync)).toEqual([false, true, true])
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

it.each(['removes', 'makes'])('says what to do when the folder is not there: %s', async (what) => {
  const missing = join(tmpdir(), 'no-such-folder')
  for (const name of ['TMPDIR', 'TEMP']) vi.stubEnv(name, missing)
  const run = what === 'makes' ? () => makeTemporaryFolder('upload') : removeAbandonedFolders
  await expect(run()).rejects.toThrow(/cannot be used \(ENOENT.*no-such-folder.*set TMPDIR/)
  vi.unstubAllEnvs()
})
