/** Writes files and folders completely or not at all: under a temporary name beside, then renamed. */
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'

/** Writes a file, or replaces it. Throws the errors of the file system and of `write`; then nothing has changed. */
export function writeWholeFile(path: string, write: (unfinished: string) => Promise<void>): Promise<void> {
  return writeBeside(path, write)
}

/** Writes a folder, which must be missing or empty. Throws as writeWholeFile does. */
export function writeWholeFolder(path: string, write: (unfinished: string) => Promise<void>): Promise<void> {
  return writeBeside(path, async (unfinished) => {
    await mkdir(unfinished)
    await write(unfinished)
    if (await isEmptyFolder(path)) await rmdir(path)
  })
}

export async function isEmptyFolder(path: string): Promise<boolean> {
  try {
    return (await readdir(path)).length === 0
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

async function writeBeside(path: string, write: (unfinished: string) => Promise<void>): Promise<void> {
  const unfinished = `${path}.${process.pid}.part`
  try {
    await write(unfinished)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}
