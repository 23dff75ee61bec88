import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { LoadSource } from './load'

/** A file's bytes, and what the data version will say of them. Throws what the file system throws. */
export async function readSource(
  path: string,
  said: Omit<LoadSource, 'sha256' | 'bytes'>,
): Promise<{ bytes: Uint8Array; source: LoadSource }> {
  const bytes = await readFile(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { bytes, source: { ...said, sha256, bytes } }
}
