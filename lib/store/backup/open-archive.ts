import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { BackupRefusal } from './backup-format'

/** One entry of an archive; its content must be read before the next one is asked for. */
export interface ArchiveEntry {
  name: string
  content: AsyncIterable<Buffer>
}

/**
 * Yields the entries of a backup. Throws a BackupRefusal when the file is no such archive or is damaged, and the errors
 * of the file system.
 */
export async function* openArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const archive = extract()
  let fault: unknown = null
  const file = createReadStream(path)
  file.on('error', (error) => Object.assign(error, { path }))
  const reading = pipeline(file, createGunzip(), archive).catch((error) => {
    fault = error
  })
  try {
    for await (const entry of archive) yield { name: entry.header.name, content: entry }
    await reading
    if (fault !== null) throw fault
  } catch (error) {
    throw causeOf(fault ?? error)
  } finally {
    archive.destroy()
    await reading
  }
}

/** Returns a BackupRefusal for an error of a damaged archive, also one that its content threw; else the error. */
export function causeOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof BackupRefusal || 'syscall' in error) return error
  const isArchive =
    ('code' in error && String(error.code).startsWith('Z_')) || /tar|end of (data|file)|Premature/i.test(error.message)
  return isArchive
    ? new BackupRefusal(`The file is no backup, or is damaged (${error.message}). Use another one.`)
    : error
}
