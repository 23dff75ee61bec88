import { z } from 'zod'
import { type EntryRow, entryRow } from '@/lib/catalogue/catalogue-entry'
import { storeAsOf } from '@/lib/db/store-as-of'
import { asOfVersion } from './as-of-version'

interface Parameters {
  /** Data version as of which the names are read. */
  version: number
}

const row = z.object({ entry: z.unknown() })

/** Returns the names of the components of contributions and of their groups, by position. */
export async function getComponents({ version }: Parameters): Promise<EntryRow<'component'>[]> {
  const rows = await storeAsOf(version).$queryRaw`
    select entry
    from catalogue_entry
    where kind = 'component' and ${asOfVersion(version)}
    order by (entry ->> 'position')::int, key`
  return z
    .array(row)
    .parse(rows)
    .map(({ entry }) => entryRow('component', entry))
}
