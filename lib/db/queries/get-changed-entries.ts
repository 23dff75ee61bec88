import { z } from 'zod'
import { storeAsOf } from '@/lib/db/store-as-of'
import { refuseLimited } from '@/lib/scope/current-scope'

interface Parameters {
  /** The data version that changed the catalogue. */
  version: number
}

const fields = z.record(z.string(), z.unknown())

const row = z.object({ kind: z.string(), key: z.string(), before: fields.nullable(), after: fields.nullable() })

/** A changed entry of the catalogue, by column of its table; `before` is null when it is new, `after` when withdrawn. */
export type ChangedEntry = z.infer<typeof row>

/** Returns the catalogue entries that a data version added, changed or withdrew, by kind and key. */
export async function getChangedEntries({ version }: Parameters): Promise<ChangedEntry[]> {
  refuseLimited()
  const rows = await storeAsOf(version).$queryRaw`
    select kind, key, closed.entry as before, opened.entry as after
    from (select * from catalogue_entry where since_version = ${version}) as opened
    full join (select * from catalogue_entry where until_version = ${version}) as closed using (kind, key)
    order by kind, key`
  return z.array(row).parse(rows)
}
