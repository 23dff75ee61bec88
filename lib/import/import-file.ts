import { userInfo } from 'node:os'
import { basename } from 'node:path'
import type { Client } from 'pg'
import { prisma } from '@/lib/db'
import { isLikeStored } from '@/lib/import/check-against-stored'
import { isFaultless } from '@/lib/import/check-staged'
import { FaultLog } from '@/lib/import/fault'
import { loadCatalogue } from '@/lib/import/import-catalogue'
import { type ImportOutcome, refusedOutcome } from '@/lib/import/import-outcome'
import type { BeforeCommit } from '@/lib/import/load'
import { plainKindOf } from '@/lib/import/plain-csv'
import { plainRows } from '@/lib/import/plain-rows'
import { type Tell, toldOf } from '@/lib/import/progress'
import { readContent } from '@/lib/import/read-content'
import type { DeclaredKind, FileSettings } from '@/lib/import/read-file'
import { readSource } from '@/lib/import/read-source'
import { RETURN_KINDS } from '@/lib/import/return-kinds'
import { readSeriesCatalogue, readSeriesCatalogueOf } from '@/lib/import/series-catalogue'
import { linesOfBatch, piecesOf } from '@/lib/import/stage-rows'
import type { Unit } from '@/lib/import/unit'
import { type ReturnsLoad, type ReturnsResult, writeReturns } from '@/lib/import/write-returns'

interface Parameters {
  path: string
  /** Name of the file, where the path says another. */
  name?: string
  /** Who loads it, where that is not the user of this machine. */
  loadedBy?: string
  /** Whether the file holds synthetic demo data, which the product then says wherever it shows a figure. */
  isDemo?: boolean
  /** Whether to say what a load would do, and to write nothing. */
  dryRun?: boolean
  /** What the file is declared to hold; null when it is to say it. */
  as?: DeclaredKind | null
  /** The unit of its returns; null when it is to say it. */
  unit?: Unit | null
  /** ISO date after which there can be no return; today in Shanghai when not given. */
  today?: string
  /** Runs before a new version is committed, in its transaction. */
  beforeCommit?: BeforeCommit<ImportOutcome>
  /** Is told what the load is at. */
  tell?: Tell
}

const SHANGHAI_AHEAD_OF_UTC_MS = 8 * 3_600_000

/**
 * Loads returns, quality series or a catalogue from a file of any format, all of it or, with any fault, nothing. The
 * same file again changes nothing. Throws what the file system throws when the file cannot be read, and what Prisma
 * throws when the database fails.
 */
export async function importFile({
  path,
  name = basename(path),
  loadedBy = userInfo().username,
  isDemo = false,
  dryRun = false,
  as = null,
  unit = null,
  today = todayInShanghai(),
  beforeCommit,
  tell = () => {},
}: Parameters): Promise<ImportOutcome> {
  const { bytes, source } = await readSource(path, { name, isDemo, loadedBy, declaredAs: as, declaredUnit: unit })
  const faults = new FaultLog(source.name)
  const declared = { as, unit, today }
  const done = { file: source.name, dryRun, faults: [], faultCount: 0 }
  const load = { source, dryRun, beforeCommit: beforeCommit && forReturns(beforeCommit, done) }
  const copied = await copyReturns(declared, load, tell)
  if (copied !== null) return { ...copied, ...done }
  const query = (statement: string, parameters: unknown[]) => prisma.$queryRawUnsafe(statement, ...parameters)
  const settings = { ...declared, catalogue: await readSeriesCatalogue(query) }
  const content = await readContent(bytes, settings, faults)
  if (content === null || faults.count > 0) return refusedOutcome(faults, dryRun)
  if (content.type === 'catalogue') return loadCatalogue(content.catalogue, { source, faults, dryRun, beforeCommit })
  const { batch } = content
  tell(`${batch.codes.length.toLocaleString('en-US')} rows read; comparing and writing`)
  const check = batch.percent === null ? {} : { check: (client: Client) => isLikeStored(client, batch, faults) }
  const result = await writeReturns({ kind: batch.kind, lines: linesOfBatch(batch), ...check }, load)
  if (faults.count > 0) return refusedOutcome(faults, dryRun)
  return { ...(result ?? never()), ...done }
}

/**
 * The short way: a file of fractions that COPY can read as it is goes straight through it, and is checked in SQL. null
 * when it cannot, or may not be loaded; the long way then says why, row by row.
 */
async function copyReturns(
  { as, unit, today }: Omit<FileSettings, 'catalogue'>,
  load: ReturnsLoad,
  tell: Tell,
): Promise<ReturnsResult | null> {
  const { source } = load
  const kind = plainKindOf(source.bytes)
  const isDeclaredOther = unit === 'percent' || (as !== null && as !== 'returns')
  const rows = kind && !isDeclaredOther ? plainRows(source.bytes, RETURN_KINDS[kind].legs.length) : null
  if (kind === null || rows === null) return null
  const check = async (client: Client) =>
    isFaultless(client, kind, { today, catalogue: await readSeriesCatalogueOf(client) })
  return writeReturns({ kind, lines: toldOf(piecesOf(rows), rows.length, tell), check }, load)
}

function forReturns(
  beforeCommit: BeforeCommit<ImportOutcome>,
  done: Omit<ImportOutcome, keyof ReturnsResult>,
): BeforeCommit<ReturnsResult> {
  return (execute, result) => beforeCommit(execute, { ...result, ...done })
}

function never(): never {
  throw new TypeError('a checked batch is never refused')
}

function todayInShanghai(): string {
  return new Date(Date.now() + SHANGHAI_AHEAD_OF_UTC_MS).toISOString().slice(0, 10)
}
