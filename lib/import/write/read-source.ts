import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { LoadSource } from './load'

/** Reads a file and adds its checksum to the description. Throws the errors of the file system. */
export async function readSource(
  path: string,
  description: Omit<LoadSource, 'sha256' | 'bytes'>,
): Promise<{ bytes: Uint8Array; source: LoadSource }> {
  const bytes = await readFile(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { bytes, source: { ...description, sha256, bytes } }
}
