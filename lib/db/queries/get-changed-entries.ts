import { z } from 'zod'
import { entriesWithin } from '@/lib/db/queries/scope/entries-within'
import type { Query } from '@/lib/db/query'
import { storeAsOf } from '@/lib/db/store-as-of'
import { refuseLimited } from '@/lib/scope/current-scope'

interface Parameters {
  /** The data versions that changed the catalogue, at least one. */
  versions: readonly number[]
}

const fields = z.record(z.string(), z.unknown())

export const changedEntry = z.object({
  kind: z.string(),
  key: z.string(),
  before: fields.nullable(),
  after: fields.nullable(),
})

/** A changed entry of the catalogue, by column of its table; `before` is null when it is new, `after` when withdrawn. */
export type ChangedEntry = z.infer<typeof changedEntry>

const versionedEntry = changedEntry.extend({ version: z.int() })

/**
 * Returns the catalogue entries that data versions added, changed or withdrew, by version, kind and key: what readers may know of them
 * who see data up to a date alone.
 */
export async function getChangedEntries({ versions }: Parameters): Promise<z.infer<typeof versionedEntry>[]> {
  refuseLimited()
  const newest = Math.max(...versions)
  const rows = await storeAsOf(newest).$queryRawUnsafe(CHANGED, versions)
  return entriesWithin(z.array(versionedEntry).parse(rows), newest)
}

/** Returns the entries that a version changed over any connection, also when it is not committed yet, in every scope. */
export async function readChangedEntries(query: Query, version: number): Promise<ChangedEntry[]> {
  return z.array(changedEntry).parse(await query(CHANGED, [[version]]))
}

const CHANGED = `
  select version, kind, key, closed.entry as before, opened.entry as after
  from (select since_version as version, * from catalogue_entry where since_version = any($1::int[])) as opened
  full join (select until_version as version, * from catalogue_entry where until_version = any($1::int[])) as closed
    using (version, kind, key)
  order by version, kind, key`
