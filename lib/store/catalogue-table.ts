import { z } from 'zod'
import { entryRow } from '@/lib/catalogue/catalogue-entry'
import { CATALOGUE_FIELDS, type CatalogueSection, type Field } from '@/lib/catalogue/catalogue-fields'
import { ENTRY_KINDS } from '@/lib/catalogue/entry-key'
import { asOfVersion } from '@/lib/db/queries/as-of-version'
import { storeAsOf } from '@/lib/db/store-as-of'
import type { StoreCell, StoreTable } from './store-table'

const cell = z.union([z.string(), z.number(), z.null()])

/**
 * Makes a table of a section of the catalogue as of a version, by position, with the fields of the schema as columns.
 */
export function catalogueTable(section: CatalogueSection, version: number): StoreTable {
  const fields = CATALOGUE_FIELDS[section]
  return {
    columns: fields.map(({ name, type }) => ({ name, type: type === 'number' ? 'number' : 'text' })),
    pieces: readEntries(section, fields, version),
  }
}

async function* readEntries(
  section: CatalogueSection,
  fields: Field[],
  version: number,
): AsyncGenerator<StoreCell[][]> {
  const kind = ENTRY_KINDS[section]
  const rows = await storeAsOf(version).$queryRaw`
    select entry from catalogue_entry
    where kind = ${kind} and ${asOfVersion(version)}
    order by (entry ->> 'position')::int, key`
  const entries = z.array(z.object({ entry: z.unknown() })).parse(rows)
  yield entries.map(({ entry }) => {
    const row: Record<string, unknown> = { ...entryRow(kind, entry) }
    return fields.map((field) => cellOf(row[field.name], field))
  })
}

function cellOf(value: unknown, { type }: Field): StoreCell {
  if (type === 'json' || type === 'boolean') return JSON.stringify(value)
  return type === 'list' ? listText(z.array(z.string()).parse(value)) : cell.parse(value)
}

/** Joins a list with semicolons; writes JSON when a part contains one. */
function listText(parts: string[]): string {
  const isPlain = parts.every((part) => part === part.trim() && !/^\[|[;；、]/.test(part))
  return isPlain ? parts.join('; ') : JSON.stringify(parts)
}
