import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { LoadSource } from './load'

/** Reads a file, and adds its bytes and checksum to the description. Throws the errors of the file system. */
export async function readSource(path: string, description: Omit<LoadSource, 'sha256' | 'bytes'>): Promise<LoadSource> {
  const bytes = await readFile(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { ...description, sha256, bytes }
}
