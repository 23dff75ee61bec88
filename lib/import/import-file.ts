import { userInfo } from 'node:os'
import { basename } from 'node:path'
import type { Client } from 'pg'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import { RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import { prisma } from '@/lib/db/client'
import { seriesOf, withAssumed } from '@/lib/import/check/assumed-catalogue'
import { isLikeStored } from '@/lib/import/check/check-against-stored'
import { isFaultless } from '@/lib/import/check/check-staged'
import { findLeftOut } from '@/lib/import/check/find-left-out'
import type { ReturnBatch } from '@/lib/import/check/return-batch'
import {
  type Query,
  queryOf,
  readCatalogueLoad,
  readSeriesCatalogue,
  type SeriesCatalogue,
} from '@/lib/import/check/series-catalogue'
import { readStoredCatalogue } from '@/lib/import/check/stored-catalogue'
import { plainKindOf } from '@/lib/import/layout/plain-csv'
import { plainRows } from '@/lib/import/layout/plain-rows'
import type { Unit } from '@/lib/import/layout/unit'
import { FaultLog } from '@/lib/import/outcome/fault'
import { type ImportOutcome, refusedOutcome } from '@/lib/import/outcome/import-outcome'
import { type Tell, toldOf } from '@/lib/import/parse/progress'
import { readContent } from '@/lib/import/parse/read-content'
import type { DeclaredKind, FileSettings } from '@/lib/import/parse/read-file'
import type { BeforeCommit } from '@/lib/import/write/load'
import { readSource } from '@/lib/import/write/read-source'
import { linesOfBatch, piecesOf } from '@/lib/import/write/stage-rows'
import { type ReturnsLoad, type ReturnsResult, writeReturns } from '@/lib/import/write/write-returns'
import { loadCatalogue } from './import-catalogue'

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
  /** Of a dry run: the catalogues of the files before, which are taken as loaded; this one's is added. */
  assumed?: CatalogueFile[]
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
  assumed = [],
  beforeCommit,
  tell = () => {},
}: Parameters): Promise<ImportOutcome> {
  const { bytes, source } = await readSource(path, { name, isDemo, loadedBy, declaredAs: as, declaredUnit: unit })
  const done = { file: source.name, dryRun, faults: [], faultCount: 0 }
  const isAssumed = assumed.length > 0
  const load = { source, dryRun, isAssumed, beforeCommit: beforeCommit && forReturns(beforeCommit, done) }
  const declared = { as, unit, today }
  const copied = isAssumed ? null : await copyReturns(declared, load, tell)
  if (copied !== null) return { ...copied, ...done }
  for (;;) {
    const faults = new FaultLog(source.name)
    const { catalogue, catalogueLoad } = await readKnown(assumed)
    const content = await readContent(bytes, { ...declared, catalogue }, faults)
    if (content === null || faults.count > 0) return refusedOutcome(faults, dryRun)
    if (content.type === 'catalogue') {
      const outcome = await loadCatalogue(content.catalogue, { source, faults, dryRun, assumed, beforeCommit })
      if (dryRun && outcome.faultCount === 0) assumed.push(content.catalogue)
      return outcome
    }
    const { batch } = content
    tell(`${batch.codes.length.toLocaleString('en-US')} rows read; comparing and writing`)
    const check = (client: Client) => fitsStore(client, batch, { faults, catalogueLoad })
    const result = await writeReturns({ kind: batch.kind, lines: linesOfBatch(batch), areRead: true, check }, load)
    if (faults.count > 0) return refusedOutcome(faults, dryRun)
    // Else another load has changed the catalogue meanwhile: the file is read again by the new one.
    if (result !== null) return { ...result, ...done }
  }
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
    (await isFaultless(client, kind, { today, catalogue: await readSeriesCatalogue(queryOf(client)) })) &&
    (await findLeftOut(client, kind)).length === 0
  return writeReturns({ kind, lines: toldOf(piecesOf(rows), rows.length, tell), areRead: false, check }, load)
}

function forReturns(
  beforeCommit: BeforeCommit<ImportOutcome>,
  done: Omit<ImportOutcome, keyof ReturnsResult>,
): BeforeCommit<ReturnsResult> {
  return (execute, result) => beforeCommit(execute, { ...result, ...done })
}

const query: Query = (statement, parameters) => prisma.$queryRawUnsafe(statement, ...parameters)

/** The series by which a file is read, and the load that made them so. */
async function readKnown(assumed: CatalogueFile[]): Promise<{ catalogue: SeriesCatalogue; catalogueLoad: number }> {
  const catalogueLoad = await readCatalogueLoad(query)
  if (assumed.length === 0) return { catalogue: await readSeriesCatalogue(query), catalogueLoad }
  return { catalogue: seriesOf(withAssumed(await readStoredCatalogue(prisma), assumed)), catalogueLoad }
}

/** What only the store can tell of a batch that was read row by row, inside its load. */
async function fitsStore(
  client: Client,
  batch: ReturnBatch,
  { faults, catalogueLoad }: { faults: FaultLog; catalogueLoad: number },
): Promise<boolean> {
  if ((await readCatalogueLoad(queryOf(client))) !== catalogueLoad) return false
  for (const fault of await findLeftOut(client, batch.kind)) faults.add(fault)
  return (await isLikeStored(client, batch, faults)) && faults.count === 0
}

function todayInShanghai(): string {
  return new Date(Date.now() + SHANGHAI_AHEAD_OF_UTC_MS).toISOString().slice(0, 10)
}
