import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { z } from 'zod'
import { KINDS, RETURN_KINDS, type ReturnKind, SERIES_TABLES } from '@/lib/catalogue/series-kinds'
import { NEWEST, STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { Query } from '@/lib/db/query'
import { readAliases } from '@/lib/db/read-aliases'
import { queryOf } from '@/lib/import/check/series-catalogue'
import { keepSource } from '@/lib/import/write/keep-source'
import { type BeforeCommit, type Execute, nextVersion } from '@/lib/import/write/load'
import { inSession } from '@/lib/import/write/load-session'
import { faultOf, orderFile, type RenameOrder } from './rename-order'
import type { RenameOutcome } from './rename-outcome'

/** An order that this store cannot carry out; the message says why, and what to do. */
export class RenameRefusal extends Error {
  override name = 'RenameRefusal'
}

interface RenameOptions {
  /** Who renames: a user of this machine or the name of a token. */
  loadedBy: string
  dryRun: boolean
  /** Runs before the new version is committed, in its transaction. */
  beforeCommit?: BeforeCommit<RenameOutcome>
}

/**
 * Gives a factor, portfolio or index another code, in every version: a new data version, since which the old code is an alias. Its
 * rows and their versions stay as they are. A series may have one of its own old codes again. A dry run writes nothing.
 * Throws a RenameRefusal.
 */
export function rename(order: RenameOrder, { loadedBy, dryRun, beforeCommit }: RenameOptions): Promise<RenameOutcome> {
  return inSession<RenameOutcome>(async (client) => {
    const query = queryOf(client)
    const execute: Execute = (statement, parameters) => client.query(statement, parameters)
    const aliases = await readAliases(query, NEWEST)
    const kind = await kindOf(query, order, aliases)
    const rows = await countRows(query, kind, order.series)
    const own = [...aliases].flatMap(([oldCode, code]) => (code === order.series ? [oldCode] : []))
    const oldCodes = [...own.filter((code) => code !== order.to), order.series].sort()
    const planned = { dryRun, version: null, kind, ...order, rows, oldCodes }
    if (dryRun) return { result: planned, commit: false }
    const version = await nextVersion(query)
    await openVersion(client, { version, order, loadedBy, rows, own })
    await changeCodes(execute, kind, order)
    await writeAliases(execute, version, order, { own, oldCodes })
    const result = { ...planned, version }
    await beforeCommit?.(execute, result)
    return { result, commit: true }
  })
}

const series = z.array(z.object({ code: z.string(), kind: z.enum(SERIES_TABLES) }))

/** Returns the kind of the series. Throws a RenameRefusal when it is unknown, or the new code is not free. */
async function kindOf(
  query: Query,
  order: RenameOrder,
  aliases: ReadonlyMap<string, string>,
): Promise<RenameOutcome['kind']> {
  const fault = faultOf(order)
  if (fault !== null) throw new RenameRefusal(fault)
  const known = series.parse(await query(SERIES, [[order.series, order.to]]))
  const found = known.find(({ code }) => code === order.series)
  if (found === undefined) {
    const code = aliases.get(order.series)
    const why = code === undefined ? 'is not in the catalogue' : `was renamed: its code is ${code} now`
    throw new RenameRefusal(`${order.series} ${why}.`)
  }
  const taken = known.find(({ code }) => code === order.to)
  if (taken !== undefined) throw new RenameRefusal(`${order.to} is ${nounOf(taken.kind)}; choose another code.`)
  const owner = aliases.get(order.to)
  if (owner !== undefined && owner !== order.series) {
    throw new RenameRefusal(`${order.to} is an old code of ${owner}, whose addresses lead there; choose another code.`)
  }
  return found.kind
}

const SERIES = `
  select code, 'factor' as kind from factor where code = any($1::text[])
  union all
  select code, 'portfolio' from portfolio where code = any($1::text[])
  union all
  select code, 'market_index' from market_index where code = any($1::text[])`

function nounOf(kind: RenameOutcome['kind']): string {
  return kind === 'market_index' ? 'an index' : `a ${kind}`
}

function kindsOf(kind: RenameOutcome['kind']): ReturnKind[] {
  return KINDS.filter((each) => SERIES_TABLES[RETURN_KINDS[each].section] === kind)
}

async function countRows(query: Query, kind: RenameOutcome['kind'], code: string): Promise<number> {
  const counts = kindsOf(kind).map((each) => {
    const { table, codeColumn } = RETURN_KINDS[each]
    return `(select count(*) from ${table} where ${codeColumn} = $1)`
  })
  const [{ rows }] = z
    .tuple([z.object({ rows: z.int() })])
    .parse(await query(`select (${counts.join(' + ')})::int as rows`, [code]))
  return rows
}

interface Opened {
  version: number
  order: RenameOrder
  loadedBy: string
  rows: number
  /** Old codes of the series before. */
  own: string[]
}

/** Opens the version of a rename, in its transaction, and keeps its request. */
async function openVersion(client: Client, { version, order, loadedBy, rows, own }: Opened): Promise<void> {
  const bytes = orderFile(order)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const gone = own.filter((code) => code === order.to).length
  await client.query(
    `insert into data_version (id, kind, source_name, source_sha256, rows_new, rows_restated, rows_unchanged,
                               rows_withdrawn, loaded_by, reason)
     values ($1, 'rename', 'rename.json', $2, 1, $3, $4, $5, $6, $7)`,
    [version, sha256, own.length - gone, rows, gone, loadedBy, order.reason],
  )
  await keepSource(client, { sha256, bytes })
}

/** Writes the new code wherever the old one is: the catalogue, its history, daily rows and what loads did to the series. */
async function changeCodes(execute: Execute, kind: RenameOutcome['kind'], { series, to }: RenameOrder): Promise<void> {
  // The triggers of the store allow this change of these codes alone, until the end of the transaction.
  await execute("select set_config('factor_weekly.rename', $1, true)", [`${series} ${to}`])
  await execute(`update ${kind} set code = $2 where code = $1`, [series, to])
  for (const each of kindsOf(kind)) {
    const { table, codeColumn } = RETURN_KINDS[each]
    await execute(`update ${table} set ${codeColumn} = $2 where ${codeColumn} = $1`, [series, to])
  }
  await execute('update data_version_series set code = $2 where code = $1', [series, to])
  await execute(
    `update catalogue_entry
     set key = $2, entry = entry || jsonb_build_object('code', $2::text)
     where kind = $3 and key = $1`,
    [series, to, kind],
  )
  await execute(
    `update catalogue_entry
     set entry = entry || jsonb_build_object('alpha_factor_code', $2::text)
     where kind = 'portfolio' and entry ->> 'alpha_factor_code' = $1`,
    [series, to],
  )
}

async function writeAliases(
  execute: Execute,
  version: number,
  { to }: RenameOrder,
  { own, oldCodes }: { own: string[]; oldCodes: string[] },
): Promise<void> {
  await execute(
    `update catalogue_entry set until_version = $1 where kind = 'alias' and key = any($2::text[]) and until_version = ${STILL_TRUE}`,
    [version, own],
  )
  await execute(
    `insert into catalogue_entry (kind, key, entry, since_version)
     select 'alias', old_code, jsonb_build_object('old_code', old_code, 'code', $3::text), $1::int
     from unnest($2::text[]) as old_code`,
    [version, oldCodes, to],
  )
}
