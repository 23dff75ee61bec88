import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { constants, createGzip } from 'node:zlib'
import { type Client, escapeIdentifier } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Pack, pack } from 'tar-stream'
import type { OnProgress } from '@/lib/import/parse/progress'
import { inSnapshot } from '@/lib/import/write/load-session'
import { writeWholeFile } from '../write-whole'
import {
  BackupRefusal,
  type BackupSummary,
  CHECKSUMS,
  type Checksums,
  FORMAT,
  MANIFEST,
  type Manifest,
  pieceName,
} from './backup-format'
import { readMigrations, readNewestVersion, readSequences, readTables, type StoredTable } from './read-schema'

/** An entry of a tar archive says its length before its bytes, so a table is written in pieces. */
const PIECE_BYTES = 4 * 1024 * 1024

interface Options {
  /** Stops the backup, of which nothing is left. */
  signal?: AbortSignal
  onProgress?: OnProgress
}

/**
 * Writes all tables of the store, as of one moment, to a file: all of it or nothing. Loads go on meanwhile. Throws a
 * BackupRefusal for an empty store, a DatabaseFailure, and the errors of the file system.
 */
export function writeBackup(path: string, { signal, onProgress = () => {} }: Options = {}): Promise<BackupSummary> {
  return inSnapshot(async (client) => {
    const version = await readNewestVersion(client)
    if (version === null) throw new BackupRefusal('Nothing has been loaded yet: there is nothing to back up.')
    const tables = await readTables(client)
    const manifest: Manifest = {
      product: 'factor-weekly',
      format: FORMAT,
      madeAt: new Date().toISOString(),
      version,
      migrations: await readMigrations(client),
      tables: tables.map(({ name, columns }) => ({ name, columns })),
      sequences: await readSequences(client),
    }
    let checksums: Checksums['tables'] = []
    await writeWholeFile(path, async (unfinished) => {
      const archive = pack()
      const gzip = createGzip({ level: constants.Z_BEST_SPEED })
      const file = createWriteStream(unfinished, { flush: true })
      // An error of writing, such as a full disk, does not say where.
      file.on('error', (error) => Object.assign(error, { path }))
      const writing = pipeline(archive, gzip, file, { ...(signal && { signal }) })
      const filling = fill(archive, client, { manifest, tables, onProgress }).catch((error) => {
        archive.destroy(error)
        throw error
      })
      const [written, filled] = await Promise.allSettled([writing, filling])
      // When one fails, so does the other: the cause is the error that is not "destroyed".
      if (written.status === 'rejected') throw causeOf(written.reason, filled)
      if (filled.status === 'rejected') throw filled.reason
      checksums = filled.value
    })
    await syncFolder(dirname(path))
    return { version, tables: tables.length, rows: checksums.reduce((sum, { rows }) => sum + rows, 0) }
  })
}

function causeOf(error: unknown, filled: PromiseSettledResult<unknown>): unknown {
  const isFile = error instanceof Error && ('syscall' in error || error.name === 'AbortError')
  return !isFile && filled.status === 'rejected' ? filled.reason : error
}

interface Content {
  manifest: Manifest
  tables: StoredTable[]
  onProgress: OnProgress
}

async function fill(
  archive: Pack,
  client: Client,
  { manifest, tables, onProgress }: Content,
): Promise<Checksums['tables']> {
  const head = jsonOf(manifest)
  await addEntry(archive, MANIFEST, head)
  const checksums: Checksums['tables'] = []
  for (const table of tables) checksums.push(await addTable(archive, client, table, onProgress))
  const all: Checksums = { manifest: sha256Of(head), tables: checksums }
  await addEntry(archive, CHECKSUMS, jsonOf(all))
  archive.finalize()
  return checksums
}

async function addTable(
  archive: Pack,
  client: Client,
  { name, columns, key }: StoredTable,
  onProgress: OnProgress,
): Promise<Checksums['tables'][number]> {
  const names = columns.map(escapeIdentifier).join(', ')
  const order = key.length > 0 ? `order by ${key.map(escapeIdentifier).join(', ')}` : ''
  const copy = client.query(copyTo(`copy (select ${names} from ${escapeIdentifier(name)} ${order}) to stdout`))
  const sha256 = createHash('sha256')
  let bytes = 0
  let pieces = 0
  for await (const piece of inPieces(copy)) {
    sha256.update(piece)
    bytes += piece.length
    pieces += 1
    await addEntry(archive, pieceName(name, pieces), piece)
    onProgress(`${name}, ${(bytes / 1e6).toFixed(1)} MB`)
  }
  return { name, rows: copy.rowCount, bytes, sha256: sha256.digest('hex') }
}

async function* inPieces(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    size += chunk.length
    if (size < PIECE_BYTES) continue
    yield Buffer.concat(chunks)
    chunks = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(chunks)
}

/** Adds an entry; resolves when the archive has taken it, so that no more than one waits in memory. */
function addEntry(archive: Pack, name: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const entry = archive.entry({ name, size: content.length, mtime: new Date(0) }, (error) =>
      error ? reject(error) : resolve(),
    )
    entry.on('error', reject)
    entry.end(content)
  })
}

function jsonOf(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Makes a new name durable; the bytes are on the disk already. Windows cannot open folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
