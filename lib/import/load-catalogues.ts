/** Loads the catalogue files of a load, in the order in which they can refer to each other. */
import type { CatalogueFile, CompleteCatalogue } from '@/lib/catalogue/catalogue-schema'
import { completeCatalogue, withAssumed } from '@/lib/import/check/assumed-catalogue'
import { checkCatalogue } from '@/lib/import/check/check-catalogue'
import { checkStoredDays } from '@/lib/import/check/check-stored-days'
import { checkStoredRows } from '@/lib/import/check/check-stored-rows'
import { checkTexts } from '@/lib/import/check/check-texts'
import { type LoggedCatalogue, reportConflictingEntries } from '@/lib/import/check/conflicting-entries'
import { type ChangedInceptions, changedInceptions } from '@/lib/import/check/find-late-starts'
import { queryOf } from '@/lib/import/check/series-catalogue'
import { readStoredCatalogue } from '@/lib/import/check/stored-catalogue'
import { FaultLog } from '@/lib/import/outcome/fault'
import { emptyOutcome, type ImportOutcome } from '@/lib/import/outcome/import-outcome'
import type { Warning } from '@/lib/import/outcome/warning'
import { keepSource } from '@/lib/import/write/keep-source'
import { type Execute, type LoadSource, nextVersion, openVersion } from '@/lib/import/write/load'
import { rememberCatalogue, rememberTableless } from '@/lib/import/write/remember-catalogue'
import { compareCatalogues, countChanges, writeCatalogue } from '@/lib/import/write/write-catalogue'
import type { LoadContext } from './load-context'

/** A catalogue file of a load. */
interface CatalogueLoad extends LoggedCatalogue {
  source: LoadSource
}

/** A catalogue file that is written. */
export interface LoadedCatalogue {
  outcome: ImportOutcome
  inceptions: ChangedInceptions
}

/**
 * Loads markets, families, factors, portfolios, report issues and closures that are new or changed. Entries that a file
 * leaves out stay. Each file that changes anything becomes a data version, so that pages with names get a new address.
 * The order of the files does not matter; entries on which they disagree are faults. Returns an outcome for each file,
 * without the warnings of findLateInceptions; the caller commits nothing when any is refused.
 */
export async function loadCatalogues(
  context: LoadContext,
  files: readonly CatalogueLoad[],
): Promise<Map<LoadSource, LoadedCatalogue>> {
  for (const [index, file] of files.entries()) reportConflictingEntries(files.slice(0, index), file)
  const loaded = new Map<LoadSource, LoadedCatalogue>()
  const left = [...files]
  while (left.length > 0) {
    const stored = await readStoredCatalogue(queryOf(context.client))
    const next = left.findIndex(({ catalogue }) => refersToKnown(catalogue, stored))
    const [file] = next === -1 ? [] : left.splice(next, 1)
    if (file === undefined) return new Map([...loaded, ...(await refuseRest(context, left, stored))])
    const outcome = await loadCatalogue(context, file, stored)
    loaded.set(file.source, { outcome, inceptions: changedInceptions(file.catalogue, stored) })
  }
  return loaded
}

function refersToKnown(catalogue: CatalogueFile, stored: CompleteCatalogue): boolean {
  const faults = new FaultLog('')
  checkCatalogue(catalogue, stored, faults)
  return faults.count === 0
}

/**
 * Returns the outcomes of the refused ones among files of which none can be loaded next. A file that only waits for
 * another of them has no fault of its own.
 */
async function refuseRest(
  context: LoadContext,
  left: readonly CatalogueLoad[],
  stored: CompleteCatalogue,
): Promise<Map<LoadSource, LoadedCatalogue>> {
  for (const file of left) {
    const others = left.filter((other) => other !== file).map(({ catalogue }) => catalogue)
    await checkFile(context, file, { stored, known: withAssumed(stored, others) })
  }
  const [first] = left
  // Files that refer to each other in a circle: the first says what it lacks.
  if (first && left.every(({ faults }) => faults.count === 0)) checkCatalogue(first.catalogue, stored, first.faults)
  const refused = left.filter(({ faults }) => faults.count > 0)
  return new Map(
    refused.map(({ source, catalogue, faults }) => [
      source,
      { outcome: emptyOutcome(faults, context.dryRun), inceptions: changedInceptions(catalogue, stored) },
    ]),
  )
}

interface Known {
  stored: CompleteCatalogue
  /** What the file may refer to. */
  known: CompleteCatalogue
}

async function checkFile(
  { client }: LoadContext,
  { catalogue, faults }: CatalogueLoad,
  { stored, known }: Known,
): Promise<Warning[]> {
  const query = queryOf(client)
  checkTexts(catalogue, faults)
  checkCatalogue(catalogue, known, faults)
  await checkStoredRows(catalogue, { query, stored, faults })
  return checkStoredDays(catalogue, { query, stored, faults })
}

async function loadCatalogue(
  context: LoadContext,
  { catalogue: file, faults, source }: CatalogueLoad,
  stored: CompleteCatalogue,
): Promise<ImportOutcome> {
  const { client, dryRun } = context
  const warnings = await checkFile(context, { catalogue: file, faults, source }, { stored, known: stored })
  if (faults.count > 0) return emptyOutcome(faults, dryRun)
  const changes = compareCatalogues(completeCatalogue(file, stored), stored)
  const counts = countChanges(changes)
  const outcome = { ...emptyOutcome(faults, dryRun), ...counts, warnings, warningCount: warnings.length }
  if (counts.rowsNew + counts.rowsRestated === 0) return outcome
  const execute: Execute = (statement, parameters) => client.query(statement, parameters)
  const version = await nextVersion(queryOf(client))
  await openVersion(execute, version, 'catalogue', source, counts)
  await keepSource(client, source)
  await writeCatalogue(execute, changes)
  await rememberCatalogue(execute, version)
  await rememberTableless(execute, version, changes)
  return { ...outcome, version }
}
