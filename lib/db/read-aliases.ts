import { z } from 'zod'
import type { Query } from './query'

const row = z.object({ oldCode: z.string(), code: z.string() })

/** Reads the code of each renamed series by its old code, as of a data version. */
export async function readAliases(query: Query, version: number): Promise<Map<string, string>> {
  const rows = z.array(row).parse(await query(ALIASES, [version]))
  return new Map(rows.map(({ oldCode, code }) => [oldCode, code]))
}

const ALIASES = `
  select key as "oldCode", entry ->> 'code' as code
  from catalogue_entry
  where kind = 'alias' and since_version <= $1::int and until_version > $1::int
  order by key`
