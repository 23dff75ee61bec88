import { userInfo } from 'node:os'
import { basename } from 'node:path'
import { z } from 'zod'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import type { Prisma } from '@/lib/db/generated/prisma/client'
import type { Query } from '@/lib/db/query'
import { completeCatalogue, withAssumed } from '@/lib/import/check/assumed-catalogue'
import { checkCatalogue } from '@/lib/import/check/check-catalogue'
import { checkStoredDays } from '@/lib/import/check/check-stored-days'
import { checkStoredRows } from '@/lib/import/check/check-stored-rows'
import { checkTexts } from '@/lib/import/check/check-texts'
import { findLateInceptions } from '@/lib/import/check/find-late-starts'
import { readStoredCatalogue } from '@/lib/import/check/stored-catalogue'
import { parseCatalogue } from '@/lib/import/layout/parse-catalogue'
import { FaultLog } from '@/lib/import/outcome/fault'
import type { RowCounts } from '@/lib/import/outcome/import-outcome'
import { type ImportOutcome, refusedOutcome } from '@/lib/import/outcome/import-outcome'
import { keepSource, packSource } from '@/lib/import/write/keep-source'
import {
  type BeforeCommit,
  type Execute,
  inLoad,
  type LoadSource,
  NEXT_VERSION,
  openVersion,
} from '@/lib/import/write/load'
import { readSource } from '@/lib/import/write/read-source'
import { rememberCatalogue, rememberTableless } from '@/lib/import/write/remember-catalogue'
import { compareCatalogues, countChanges, writeCatalogue } from '@/lib/import/write/write-catalogue'

const DONE = { series: [], faults: [], faultCount: 0, holds: [] }

interface Parameters {
  path: string
  /** Whether the file holds synthetic demo data; the product then marks its figures as such. */
  isDemo?: boolean
}

/** Loads a catalogue from a JSON file. Throws the errors of the file system and the database. */
export async function importCatalogue({ path, isDemo = false }: Parameters): Promise<ImportOutcome> {
  const { bytes, source } = await readSource(path, {
    name: basename(path),
    isDemo,
    loadedBy: userInfo().username,
    declaredAs: null,
    declaredUnit: null,
    accepted: [],
  })
  const faults = new FaultLog(source.name)
  const file = parseCatalogue(bytes, faults)
  return file === null ? refusedOutcome(faults, false) : loadCatalogue(file, { source, faults, dryRun: false })
}

interface Load {
  source: LoadSource
  faults: FaultLog
  dryRun: boolean
  /** In a dry run: catalogues of earlier files, which count as loaded. */
  assumed?: readonly CatalogueFile[]
  beforeCommit?: BeforeCommit<ImportOutcome> | undefined
}

/**
 * Loads markets, families, factors, portfolios, report issues and closures that are new or changed. Writes all of them, or
 * nothing if there is any fault. Entries that the file leaves out stay. A change creates a data version, so that pages
 * with names get a new address.
 */
export function loadCatalogue(
  file: CatalogueFile,
  { source, faults, dryRun, assumed = [], beforeCommit }: Load,
): Promise<ImportOutcome> {
  return inLoad(async (tx) => {
    const stored = withAssumed(await readStoredCatalogue(tx), assumed)
    checkTexts(file, faults)
    checkCatalogue(file, stored, faults)
    await checkStoredRows(file, { tx, stored, faults })
    const query: Query = (statement, parameters) => tx.$queryRawUnsafe(statement, ...parameters)
    const warnings = [
      ...(await checkStoredDays(file, { tx, stored, faults })),
      ...(await findLateInceptions(query, file, stored)),
    ]
    if (faults.count > 0) return refusedOutcome(faults, dryRun)
    const changes = compareCatalogues(completeCatalogue(file, stored), stored)
    const counts = countChanges(changes)
    const done = { ...DONE, file: source.name, dryRun, ...counts, warnings, warningCount: warnings.length }
    if (dryRun || counts.rowsNew + counts.rowsRestated === 0) return { ...done, version: null }
    const version = await openCatalogueVersion(tx, source, counts)
    await writeCatalogue(tx, changes)
    await rememberCatalogue(tx, version)
    await rememberTableless(tx, version, changes)
    const outcome = { ...done, version }
    await beforeCommit?.((sql, values) => tx.$executeRawUnsafe(sql, ...values), outcome)
    return outcome
  })
}

async function openCatalogueVersion(
  tx: Prisma.TransactionClient,
  source: LoadSource,
  counts: RowCounts,
): Promise<number> {
  const [{ id }] = z.tuple([z.object({ id: z.int() })]).parse(await tx.$queryRawUnsafe(NEXT_VERSION))
  const execute: Execute = (sql, values) => tx.$executeRawUnsafe(sql, ...values)
  await openVersion(execute, id, 'catalogue', source, counts)
  await keepSource(execute, await packSource(source))
  return id
}
