import type { Client } from 'pg'
import { z } from 'zod'
import { NEWEST } from '@/lib/db/queries/as-of-version'
import { readAliases } from '@/lib/db/read-aliases'
import { queryOf } from '@/lib/import/check/series-catalogue'
import { parseOrder } from './rename-order'

const fact = z.tuple([z.object({ reason: z.string().nullable() })])

/** Compares a rename with its kept request: the aliases before and after it, and that no row has an old code. */
export async function compareRename(client: Client, version: number, bytes: Uint8Array): Promise<string[]> {
  const order = parseOrder(bytes)
  if (order === null) return ['its request cannot be read any more']
  const query = queryOf(client)
  const [own] = fact.parse(await query('select reason from data_version where id = $1', [version]))
  const [before, after, newest] = [
    await readAliases(query, version - 1),
    await readAliases(query, version),
    await readAliases(query, NEWEST),
  ]
  const { series, to, reason } = order
  const expected = new Map([...before].map(([oldCode, code]) => [oldCode, code === series ? to : code]))
  expected.delete(to)
  expected.set(series, to)
  const differing = [...new Set([...expected.keys(), ...after.keys()])].filter(
    (oldCode) => expected.get(oldCode) !== after.get(oldCode),
  )
  const left = z.array(z.object({ code: z.string() })).parse(await query(LEFT, [[...newest.keys()]]))
  return [
    ...differing.map((oldCode) => `alias ${oldCode} is not as its request says`),
    ...left.map(({ code }) => `${code} is an old code, and rows of the store have it`),
    ...(own.reason === reason ? [] : ['its request names another reason']),
  ]
}

/** Codes of series that daily rows, loads and the catalogue have, and that are old codes. */
const LEFT = `
  select distinct code
  from (
    select factor_code as code from factor_return where factor_code = any($1::text[])
    union all select factor_code from factor_quality where factor_code = any($1::text[])
    union all select portfolio_code from portfolio_return where portfolio_code = any($1::text[])
    union all select index_code from index_return where index_code = any($1::text[])
    union all select portfolio_code from portfolio_contribution where portfolio_code = any($1::text[])
    union all select code from data_version_series where code = any($1::text[])
    union all select key from catalogue_entry where kind in ('factor', 'portfolio', 'market_index') and key = any($1::text[])
  ) as left_over
  order by code`
