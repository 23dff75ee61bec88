import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Client, DatabaseError, escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { OnProgress } from '@/lib/import/parse/progress'
import { inSession } from '@/lib/import/write/load-session'
import { ADDED_TABLES } from './added-tables'
import {
  anyManifest,
  BackupRefusal,
  type BackupSummary,
  CHECKSUMS,
  type Checksums,
  checksumsSchema,
  FORMAT,
  MANIFEST,
  type Manifest,
  manifestSchema,
  pieceName,
} from './backup-format'
import { type ArchiveEntry, causeOf, openArchive } from './open-archive'
import { readMigrations, readNewestVersion, readTables } from './read-schema'

const JSON_BYTES_MAX = 16 * 1024 * 1024

/** SQLSTATE classes of rows that a table does not take. */
const BAD_ROWS = ['22', '23']

/**
 * Fills an empty store from a backup, in one transaction: all of it or nothing. Throws a BackupRefusal when the file is
 * damaged, the store is not empty, or their migrations differ; a DatabaseFailure; and the errors of the file system.
 */
export function restoreBackup(path: string, onProgress: OnProgress = () => {}): Promise<BackupSummary> {
  return inSession(async (client) => {
    const entries = openArchive(path)
    try {
      const head = await readJson(await nextEntry(entries), MANIFEST)
      const manifest = parseManifest(head)
      await assertFits(client, manifest)
      const copy = () => copyAll(client, entries, { manifest, head, onProgress })
      const rows = await withoutTriggers(client, manifest, copy)
      await finish(client, manifest)
      return { result: { version: manifest.version, tables: manifest.tables.length, rows }, commit: true }
    } catch (error) {
      throw causeOf(error)
    } finally {
      await entries.return(undefined)
    }
  })
}

type Entries = AsyncGenerator<ArchiveEntry>

async function nextEntry(entries: Entries): Promise<ArchiveEntry | null> {
  const { value, done } = await entries.next()
  return done ? null : value
}

async function readJson(entry: ArchiveEntry | null, name: string): Promise<Buffer> {
  if (entry?.name !== name) throw damaged(`${name} is missing`)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of entry.content) {
    size += chunk.length
    if (size > JSON_BYTES_MAX) throw damaged(`${name} is too long`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function damaged(what: string): BackupRefusal {
  return new BackupRefusal(`The file is no backup, or is damaged (${what}). Use another one.`)
}

function parseManifest(bytes: Buffer): Manifest {
  const json = parseJson(bytes, MANIFEST)
  const known = anyManifest.safeParse(json).data
  if (known === undefined) throw damaged(`${MANIFEST} is not that of a backup`)
  if (known.format > FORMAT) {
    throw new BackupRefusal('The backup was made by a newer version of the product: update this one and try again.')
  }
  const manifest = manifestSchema.safeParse(json).data
  if (manifest === undefined) throw damaged(`${MANIFEST} is not complete`)
  return manifest
}

function parseJson(bytes: Buffer, name: string): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    throw damaged(`${name} is not JSON`)
  }
}

/** An empty store has entries too: the closures of version 0, which come with the migrations and are in every backup. */
const ENTRIES = 'catalogue_entry'

/** Refuses a store with other tables than the backup, or with rows. */
async function assertFits(client: Client, { migrations, tables }: Manifest): Promise<void> {
  const applied = await readMigrations(client)
  const missing = migrations.filter((own) => !applied.some(({ name }) => name === own.name))
  if (missing.length > 0) {
    throw new BackupRefusal(
      `The backup was made by a newer version of the product (it knows ${missing.map(({ name }) => name).join(', ')}): update this one and try again.`,
    )
  }
  const later = applied.filter((own) => !migrations.some(({ name }) => name === own.name))
  if (later.some(({ name }) => ADDED_TABLES[name] === undefined)) {
    throw new BackupRefusal(
      `The backup was made by an older version of the product (up to ${migrations.at(-1)?.name}): restore it with that version into an empty database, then start this one on it, which upgrades it.`,
    )
  }
  const changed = migrations.find((own) => !applied.some(({ checksum }) => checksum === own.checksum))
  if (changed) {
    throw new BackupRefusal(
      `The backup was made with another migration ${changed.name}: restore it with the version of the product that made it.`,
    )
  }
  for (const { name } of await readTables(client)) {
    const rows = name === ENTRIES ? `${ENTRIES} where since_version > 0` : escapeIdentifier(name)
    const { rowCount } = await client.query(`select from ${rows} limit 1`)
    if (rowCount !== 0) {
      throw new BackupRefusal(
        `The store is not empty (${name} has rows). Restore into an empty one: a new DATA_DIR, or a DATABASE_URL of an empty database.`,
      )
    }
  }
  const added = new Set(later.flatMap(({ name }) => ADDED_TABLES[name] ?? []))
  const own = (await readTables(client)).filter(({ name }) => !added.has(name))
  const known = JSON.stringify(own.map(({ name, columns }) => ({ name, columns })))
  if (known !== JSON.stringify(tables)) throw damaged('its tables are not those of its migrations')
}

/**
 * Runs a copy without the triggers that allow only rows of the newest version: they are on again before the commit.
 * Foreign keys and checks hold meanwhile.
 */
async function withoutTriggers<Result>(
  client: Client,
  { tables }: Manifest,
  run: () => Promise<Result>,
): Promise<Result> {
  const turn = async (state: 'disable' | 'enable') => {
    for (const { name } of tables) await client.query(`alter table ${escapeIdentifier(name)} ${state} trigger user`)
  }
  await turn('disable')
  await client.query(`delete from ${ENTRIES}`)
  const result = await run()
  await turn('enable')
  return result
}

interface Content {
  manifest: Manifest
  /** The bytes of the manifest. */
  head: Buffer
  onProgress: OnProgress
}

/** Copies the rows of all tables, compares them with their checksums, and returns their number. */
async function copyAll(client: Client, entries: Entries, { manifest, head, onProgress }: Content): Promise<number> {
  const reader = { entry: await nextEntry(entries), advance: () => nextEntry(entries) }
  const copied: Checksums['tables'] = []
  for (const table of manifest.tables) {
    copied.push(await copyTable(client, reader, table, onProgress))
  }
  const checksums = checksumsSchema.safeParse(parseJson(await readJson(reader.entry, CHECKSUMS), CHECKSUMS)).data
  if (checksums === undefined) throw damaged(`${CHECKSUMS} is not complete`)
  if (checksums.manifest !== createHash('sha256').update(head).digest('hex')) {
    throw damaged(`${MANIFEST} has another checksum`)
  }
  const wrong = copied.find((own, at) => JSON.stringify(own) !== JSON.stringify(checksums.tables[at]))
  if (wrong) throw damaged(`${wrong.name} has another checksum`)
  if (checksums.tables.length !== copied.length) throw damaged('tables are missing')
  // The end of the archive, where gzip has its own checksum.
  if ((await nextEntry(entries)) !== null) throw damaged('there is more after its end')
  return copied.reduce((sum, { rows }) => sum + rows, 0)
}

/** The entry that comes next, and how to get the one after it. */
interface Reader {
  entry: ArchiveEntry | null
  advance(): Promise<ArchiveEntry | null>
}

async function copyTable(
  client: Client,
  reader: Reader,
  { name, columns }: Manifest['tables'][number],
  onProgress: OnProgress,
): Promise<Checksums['tables'][number]> {
  const sha256 = createHash('sha256')
  let bytes = 0
  async function* piecesOf() {
    for (let piece = 1; reader.entry?.name === pieceName(name, piece); piece += 1) {
      for await (const chunk of reader.entry.content) {
        sha256.update(chunk)
        bytes += chunk.length
        yield chunk
      }
      onProgress(`${name}, ${(bytes / 1e6).toFixed(1)} MB`)
      reader.entry = await reader.advance()
    }
  }
  const names = columns.map(escapeIdentifier).join(', ')
  const copy = client.query(copyFrom(`copy ${escapeIdentifier(name)} (${names}) from stdin`))
  await pipeline(Readable.from(piecesOf()), copy).catch((error) => {
    const isBad = error instanceof DatabaseError && BAD_ROWS.some((start) => error.code?.startsWith(start))
    throw isBad ? damaged(`${name}: ${error.message}`) : error
  })
  return { name, rows: copy.rowCount, bytes, sha256: sha256.digest('hex') }
}

/** Sets the sequences and the planner's statistics, and compares the newest version with that of the manifest. */
async function finish(client: Client, { tables, sequences, version }: Manifest): Promise<void> {
  for (const { name, value } of sequences) {
    await client.query('select setval($1::text::regclass, $2::bigint)', [escapeIdentifier(name), value])
  }
  for (const { name } of tables) await client.query(`analyze ${escapeIdentifier(name)}`)
  const newest = await readNewestVersion(client)
  if (newest?.id !== version.id || newest.stamp !== version.stamp) {
    throw damaged('its newest version is not the one that it names')
  }
}
