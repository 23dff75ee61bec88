import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { inTemporaryFolder } from '@/lib/process/temporary-folder'

/** The names of standard input on a command line. */
const NAMES = ['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0']

export function isStandardInput(path: string): boolean {
  return NAMES.includes(path)
}

/**
 * Copies standard input to a file named `stdin` and runs with its path; the file is removed afterwards. A file is read
 * and checked as a whole, and a pipe that npm passes on cannot be opened by its name.
 */
export async function withStandardInput<Result>(
  run: (path: string) => Promise<Result>,
  input: Readable = process.stdin,
): Promise<Result> {
  return inTemporaryFolder('stdin', async (folder) => {
    const path = join(folder, 'stdin')
    await pipeline(input, createWriteStream(path))
    return run(path)
  })
}
