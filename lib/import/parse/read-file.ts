import { type CatalogueSection, SECTIONS } from '@/lib/catalogue/catalogue-fields'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import type { ReturnBatch } from '@/lib/import/check/return-batch'
import { sectionOf } from '@/lib/import/layout/catalogue-header'
import { readCatalogueTables } from '@/lib/import/layout/catalogue-tables'
import { describeTable } from '@/lib/import/layout/describe-table'
import { withGivenColumns } from '@/lib/import/layout/given-columns'
import { checkFields, isJson, parseCatalogue } from '@/lib/import/layout/parse-catalogue'
import { plainKindOf } from '@/lib/import/layout/plain-csv'
import type { FaultLog } from '@/lib/import/outcome/fault'
import type { GivenColumn } from '@/lib/import/outcome/given-column'
import { type ReadSettings, readBatch } from './read-batch'
import { readTables, unpackFile } from './read-tables'

/** What a file can be declared to hold: returns or quality of any kind, or the whole or a section of the catalogue. */
export type DeclaredKind = 'returns' | 'catalogue' | CatalogueSection

/** All kinds that can be declared. None is needed when the columns of the file show the kind. */
export const DECLARED = ['returns', 'catalogue', ...SECTIONS] as const satisfies DeclaredKind[]

export interface FileSettings extends ReadSettings {
  /** null when the columns of the file decide. */
  as: DeclaredKind | null
  /** Meanings given to columns; none when absent. A plain CSV of returns has its own. */
  columns?: readonly GivenColumn[]
}

/** What a file held. */
export type FileContent = { type: 'returns'; batch: ReturnBatch } | { type: 'catalogue'; catalogue: CatalogueFile }

/**
 * Reads a file of tables in any format, or a catalogue in JSON. Returns null when it cannot be read. With any fault in
 * the log the content is incomplete and must not be written.
 */
export async function readFileContent(
  bytes: Uint8Array,
  settings: FileSettings,
  faults: FaultLog,
): Promise<FileContent | null> {
  const unpacked = unpackFile(bytes, faults)
  if (unpacked === null) return null
  if (isJson(unpacked)) {
    faults.isOfCatalogue = true
    return ofCatalogue(parseCatalogue(unpacked, faults))
  }
  const written = await readTables(unpacked, faults)
  if (written === null) return null
  const given = plainKindOf(unpacked) === null ? (settings.columns ?? []) : []
  const tables = written.map((table) => withGivenColumns(table, given))
  faults.tables = tables.map((table, index) => describeTable(table, written[index]))
  const section = settings.as === 'returns' || settings.as === 'catalogue' ? null : settings.as
  const isCatalogue =
    settings.as === null ? tables.some((table) => sectionOf(table) !== null) : settings.as !== 'returns'
  faults.isOfCatalogue = isCatalogue
  if (isCatalogue) {
    const content = faults.count > 0 ? null : readCatalogueTables(tables, section, faults)
    return ofCatalogue(content === null ? null : checkFields(content, faults))
  }
  const batch = readBatch(tables, settings, faults)
  return batch === null ? null : { type: 'returns', batch }
}

function ofCatalogue(catalogue: CatalogueFile | null): FileContent | null {
  return catalogue === null ? null : { type: 'catalogue', catalogue }
}
