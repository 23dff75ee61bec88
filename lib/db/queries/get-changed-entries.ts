import { z } from 'zod'
import type { Query } from '@/lib/db/query'
import { storeAsOf } from '@/lib/db/store-as-of'
import { refuseLimited } from '@/lib/scope/current-scope'

interface Parameters {
  /** The data version that changed the catalogue. */
  version: number
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

/** Returns the catalogue entries that a data version added, changed or withdrew, by kind and key. */
export async function getChangedEntries({ version }: Parameters): Promise<ChangedEntry[]> {
  refuseLimited()
  const store = storeAsOf(version)
  return readChangedEntries((statement, parameters) => store.$queryRawUnsafe(statement, ...parameters), version)
}

/** Returns the same over any connection, also for a version that is not committed yet. */
export async function readChangedEntries(query: Query, version: number): Promise<ChangedEntry[]> {
  return z.array(changedEntry).parse(await query(CHANGED, [version]))
}

const CHANGED = `
  select kind, key, closed.entry as before, opened.entry as after
  from (select * from catalogue_entry where since_version = $1::int) as opened
  full join (select * from catalogue_entry where until_version = $1::int) as closed using (kind, key)
  order by kind, key`
