import { rmSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from './is-alive'

const NAME = /^factor-weekly-(?:demo|stdin|upload)-(\d+)-[A-Za-z0-9]+$/

const own = new Set<string>()

/**
 * Runs `use` with a temporary folder and removes the folder then, or when this process exits before. If the process is
 * killed, `removeAbandonedFolders` of the next one does. `purpose` is a part of its name.
 */
export async function inTemporaryFolder<Result>(
  purpose: 'demo' | 'stdin' | 'upload',
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), `factor-weekly-${purpose}-${process.pid}-`))
  if (own.size === 0) process.once('exit', removeOwn)
  own.add(folder)
  try {
    return await use(folder)
  } finally {
    own.delete(folder)
    if (own.size === 0) process.off('exit', removeOwn)
    await rm(folder, { recursive: true, force: true })
  }
}

/** Removes the temporary folders of processes that have ended without removing them. */
export async function removeAbandonedFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = NAME.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function removeOwn(): void {
  for (const folder of own) rmSync(folder, { recursive: true, force: true })
}
