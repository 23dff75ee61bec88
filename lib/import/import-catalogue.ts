import { checkCatalogue } from '@/lib/import/check-catalogue'
import { FaultLog } from '@/lib/import/fault'
import { type ImportOutcome, refusedOutcome } from '@/lib/import/import-outcome'
import { inLoad, openVersion } from '@/lib/import/load'
import { parseCatalogue } from '@/lib/import/parse-catalogue'
import { readSource } from '@/lib/import/read-source'
import { rememberCatalogue } from '@/lib/import/remember-catalogue'
import { readStoredCatalogue } from '@/lib/import/stored-catalogue'
import { compareCatalogues, countChanges, writeCatalogue } from '@/lib/import/write-catalogue'

const DONE = { series: [], faults: [], faultCount: 0, warnings: [], warningCount: 0 }

interface Parameters {
  path: string
  /** Whether the file holds synthetic demo data, which the product then says wherever it shows a figure. */
  isDemo?: boolean
  /** Whether to say what a load would do, and to write nothing. */
  dryRun?: boolean
}

/**
 * Loads a catalogue: markets, families, factors, portfolios and report issues that are new or differ, all of it or, with
 * any fault, nothing. What the file leaves out stays. A change makes a data version, so that what shows names has a new
 * address. Throws what the file system and the database throw.
 */
export async function importCatalogue({ path, isDemo = false, dryRun = false }: Parameters): Promise<ImportOutcome> {
  const { bytes, source } = await readSource(path, isDemo)
  const faults = new FaultLog(source.name)
  const file = parseCatalogue(bytes, faults)
  if (file === null) return refusedOutcome(faults, dryRun)
  return inLoad(async (tx) => {
    const stored = await readStoredCatalogue(tx)
    checkCatalogue(file, stored, faults)
    if (faults.count > 0) return refusedOutcome(faults, dryRun)
    const changes = compareCatalogues(file, stored)
    const counts = countChanges(changes)
    const done = { ...DONE, file: source.name, dryRun, ...counts }
    if (dryRun || counts.rowsNew + counts.rowsRestated === 0) return { ...done, version: null }
    const version = await openVersion(tx, 'catalogue', source, counts)
    await writeCatalogue(tx, changes)
    await rememberCatalogue(tx, version)
    return { ...done, version }
  })
}
