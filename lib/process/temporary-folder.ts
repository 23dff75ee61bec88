import { rmSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from './is-alive'

const NAME = /^factor-weekly-(?:demo|socket|stdin|upload)-(\d+)-[A-Za-z0-9]+$/

type Purpose = 'demo' | 'socket' | 'stdin' | 'upload'

const own = new Set<string>()

/** Signals that the folder for temporary files cannot be used; the message is a sentence with the remedy. */
export class TemporaryFolderError extends Error {
  override name = 'TemporaryFolderError'
}

/**
 * Runs `use` with a temporary folder and removes the folder then, or when this process exits before. If the process is
 * killed, `removeAbandonedFolders` of the next one does. `purpose` is a part of its name.
 */
export async function inTemporaryFolder<Result>(
  purpose: Purpose,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const { folder, remove } = await makeTemporaryFolder(purpose)
  try {
    return await use(folder)
  } finally {
    await remove()
  }
}

/**
 * Makes a temporary folder, which `remove` removes, or the exit of this process.
 * @throws TemporaryFolderError
 */
export async function makeTemporaryFolder(purpose: Purpose): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), `factor-weekly-${purpose}-${process.pid}-`)).catch(refuse)
  if (own.size === 0) process.once('exit', removeOwn)
  own.add(folder)
  const remove = async () => {
    own.delete(folder)
    if (own.size === 0) process.off('exit', removeOwn)
    await rm(folder, { recursive: true, force: true })
  }
  return { folder, remove }
}

/**
 * Removes the temporary folders of processes that have ended without removing them.
 * @throws TemporaryFolderError
 */
export async function removeAbandonedFolders(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(refuse)) {
    const pid = NAME.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function removeOwn(): void {
  for (const folder of own) rmSync(folder, { recursive: true, force: true })
}

function refuse(error: Error): never {
  throw new TemporaryFolderError(
    `The folder for temporary files cannot be used (${error.message}): set TMPDIR, on Windows TEMP, to one that can.`,
    { cause: error },
  )
}
