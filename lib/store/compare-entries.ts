import { isDeepStrictEqual } from 'node:util'
import type { Client } from 'pg'
import { z } from 'zod'
import { entryRow } from '@/lib/catalogue/catalogue-entry'
import { SECTIONS } from '@/lib/catalogue/catalogue-fields'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import { ENTRY_KINDS, entryKey } from '@/lib/catalogue/entry-key'

const row = z.object({ kind: z.string(), key: z.string(), entry: z.unknown(), isOwn: z.boolean() })
type Row = z.infer<typeof row>

/** A version and its recorded count of unchanged rows; null when the count is not checked. */
export interface Counted {
  id: number
  unchanged: number | null
}

/**
 * Returns the differences between the catalogue as of a version and its file, in entries and in the unchanged count.
 */
export async function compareEntries(
  client: Client,
  { id: version, unchanged }: Counted,
  file: CatalogueFile,
): Promise<string[]> {
  const keys = SECTIONS.flatMap((section) => file[section].map(entryKey))
  // Entries that neither the file names nor the version opened are those of thousands of closures.
  const { rows } = await client.query(
    `
    select kind, key, entry, since_version = $1 as "isOwn"
    from catalogue_entry
    where since_version <= $1 and until_version > $1 and (since_version = $1 or key = any($2))
    order by kind, key`,
    [version, keys],
  )
  const stored = z.array(row).parse(rows)
  return [...differingEntries(stored, file), ...differingCount(stored, file, unchanged)]
}

function differingEntries(stored: Row[], file: CatalogueFile): string[] {
  return SECTIONS.flatMap((section) => {
    const kind = ENTRY_KINDS[section]
    const given = new Map(file[section].map((entry) => [entryKey(entry), entry]))
    const own = stored.filter((entry) => entry.kind === kind)
    const known = new Set(own.map(({ key }) => key))
    const missing = [...given.keys()].filter((key) => !known.has(key))
    const differing = own.filter(({ key, entry, isOwn }) => {
      const before = given.get(key)
      if (before === undefined) return isOwn
      const after = entryRow(kind, entry)
      // A file may lack fields, which stay as they are.
      return !isDeepStrictEqual({ ...after, ...before }, after)
    })
    return [
      ...missing.map((key) => `${kind} ${key} is in the file alone`),
      ...differing.map(({ key }) => `${kind} ${key} is not what the file says`),
    ]
  })
}

function differingCount(stored: Row[], file: CatalogueFile, unchanged: number | null): string[] {
  const given = Object.values(file).reduce((sum, entries) => sum + entries.length, 0)
  const left = given - stored.filter(({ isOwn }) => isOwn).length
  if (unchanged === null || unchanged === left) return []
  return [`it left ${left} of the ${given} entries of its file alone, and says ${unchanged}`]
}
