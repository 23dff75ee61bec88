import { userInfo } from 'node:os'
import { basename } from 'node:path'
import type { Client } from 'pg'
import { today as todaysDate } from '@/lib/base/today'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import { RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import { prisma } from '@/lib/db/client'
import type { Query } from '@/lib/db/query'
import { seriesOf, withAssumed } from '@/lib/import/check/assumed-catalogue'
import { isLikeStored } from '@/lib/import/check/check-against-stored'
import { isFaultless } from '@/lib/import/check/check-staged'
import { findLeftOut } from '@/lib/import/check/find-left-out'
import type { ReturnBatch } from '@/lib/import/check/return-batch'
import {
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
import type { HoldRule } from '@/lib/import/outcome/hold'
import { type ImportOutcome, refusedOutcome } from '@/lib/import/outcome/import-outcome'
import { type OnProgress, withProgress } from '@/lib/import/parse/progress'
import { readContent } from '@/lib/import/parse/read-content'
import type { DeclaredKind, FileSettings } from '@/lib/import/parse/read-file'
import type { BeforeCommit } from '@/lib/import/write/load'
import { readSource } from '@/lib/import/write/read-source'
import { linesOfBatch, piecesOf } from '@/lib/import/write/stage-rows'
import { type ReturnsLoad, type ReturnsResult, writeReturns } from '@/lib/import/write/write-returns'
import { loadCatalogue } from './import-catalogue'

interface Parameters {
  path: string
  /** Name of the file, if it differs from that in the path. */
  name?: string
  /** Who loads it; by default the user of this machine. */
  loadedBy?: string
  /** Whether the file holds synthetic demo data; the product then marks its figures as such. */
  isDemo?: boolean
  /** Whether to report what a load would do, and to write nothing. */
  dryRun?: boolean
  /** What the file is declared to hold; null when its columns decide. */
  as?: DeclaredKind | null
  /** The unit of its returns; null when the file decides. */
  unit?: Unit | null
  /** Rules of findings that do not stop the load; they are recorded with the version. */
  accept?: readonly HoldRule[]
  /** Whether warnings stop the load too. */
  strict?: boolean
  /** ISO date after which there can be no return; today in Shanghai when not given. */
  today?: string
  /** In a dry run: catalogues of earlier files, which count as loaded; the catalogue of this file is added. */
  assumed?: CatalogueFile[]
  /** Runs before a new version is committed, in its transaction. */
  beforeCommit?: BeforeCommit<ImportOutcome>
  /** Receives what the load is doing. */
  onProgress?: OnProgress
}

/**
 * Loads returns, quality series or a catalogue from a file of any format. Writes all of it, or nothing if there is any
 * fault. The same file loaded again changes nothing. Throws the error of the file system when the file cannot be read,
 * and that of Prisma when the database fails.
 */
export async function importFile({
  path,
  name = basename(path),
  loadedBy = userInfo().username,
  isDemo = false,
  dryRun = false,
  as = null,
  unit = null,
  accept = [],
  strict = false,
  today = todaysDate(),
  assumed = [],
  beforeCommit,
  onProgress = () => {},
}: Parameters): Promise<ImportOutcome> {
  const { bytes, source } = await readSource(path, {
    ...{ name, isDemo, loadedBy, declaredAs: as, declaredUnit: unit },
    accepted: [...new Set(accept)].sort(),
  })
  const done = { file: source.name, dryRun, faults: [], faultCount: 0 }
  const isAssumed = assumed.length > 0
  const load = {
    source,
    dryRun,
    today,
    strict,
    isAssumed,
    beforeCommit: beforeCommit && forReturns(beforeCommit, done),
  }
  const declared = { as, unit, today }
  const copied = isAssumed ? null : await copyReturns(declared, load, onProgress)
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
    onProgress(`${batch.codes.length.toLocaleString('en-US')} rows read; comparing and writing`)
    const check = (client: Client) => fitsStore(client, batch, { faults, catalogueLoad })
    const result = await writeReturns({ kind: batch.kind, lines: linesOfBatch(batch), areRead: true, check }, load)
    if (faults.count > 0) return refusedOutcome(faults, dryRun)
    // Otherwise another load has changed the catalogue: read the file again with the new one.
    if (result !== null) return { ...result, ...done }
  }
}

/**
 * Loads a plain CSV file of decimal fractions directly with COPY and checks it in SQL. Returns null when COPY cannot
 * read it or a check fails; the file is then read row by row, which finds the faults.
 */
async function copyReturns(
  { as, unit, today }: Omit<FileSettings, 'catalogue'>,
  load: ReturnsLoad,
  onProgress: OnProgress,
): Promise<ReturnsResult | null> {
  const { source } = load
  const kind = plainKindOf(source.bytes)
  const isDeclaredOther = unit === 'percent' || (as !== null && as !== 'returns')
  const rows = kind && !isDeclaredOther ? plainRows(source.bytes, RETURN_KINDS[kind].legs.length) : null
  if (kind === null || rows === null) return null
  const check = async (client: Client) =>
    (await isFaultless(client, kind, { today, catalogue: await readSeriesCatalogue(queryOf(client)) })) &&
    (await findLeftOut(client, kind)).length === 0
  return writeReturns(
    { kind, lines: withProgress(piecesOf(rows), rows.length, onProgress), areRead: false, check },
    load,
  )
}

function forReturns(
  beforeCommit: BeforeCommit<ImportOutcome>,
  done: Omit<ImportOutcome, keyof ReturnsResult>,
): BeforeCommit<ReturnsResult> {
  return (execute, result) => beforeCommit(execute, { ...result, ...done })
}

const query: Query = (statement, parameters) => prisma.$queryRawUnsafe(statement, ...parameters)

/** Reads the series that a file may name, and the load that last changed the catalogue. */
async function readKnown(assumed: CatalogueFile[]): Promise<{ catalogue: SeriesCatalogue; catalogueLoad: number }> {
  const catalogueLoad = await readCatalogueLoad(query)
  if (assumed.length === 0) return { catalogue: await readSeriesCatalogue(query), catalogueLoad }
  return { catalogue: seriesOf(withAssumed(await readStoredCatalogue(prisma), assumed)), catalogueLoad }
}

/** Checks a batch that was read row by row against the store, inside its load. */
async function fitsStore(
  client: Client,
  batch: ReturnBatch,
  { faults, catalogueLoad }: { faults: FaultLog; catalogueLoad: number },
): Promise<boolean> {
  if ((await readCatalogueLoad(queryOf(client))) !== catalogueLoad) return false
  for (const fault of await findLeftOut(client, batch.kind)) faults.add(fault)
  return (await isLikeStored(client, batch, faults)) && faults.count === 0
}
