import type { Client } from 'pg'
import { z } from 'zod'
import { KINDS, RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { NEWEST } from '@/lib/db/queries/as-of-version'
import type { Query } from '@/lib/db/query'
import { readAliases } from '@/lib/db/read-aliases'
import { queryOf } from '@/lib/import/check/series-catalogue'
import { CATALOGUE_TABLE, dailyTable, planTable, planWithdrawal } from './plan-withdrawal'
import { parseOrder } from './withdrawal-order'

const texts = z.array(z.object({ what: z.string() }).transform(({ what }) => what))

const fact = z.tuple([z.object({ withdrawn: z.int().nullable(), reason: z.string().nullable(), unchanged: z.int() })])

/**
 * Plans a withdrawal again from its kept request, as of the version before it, and returns what differs from the rows
 * that the version opened and closed.
 */
export async function compareWithdrawal(client: Client, version: number, bytes: Uint8Array): Promise<string[]> {
  const kept = parseOrder(bytes)
  if (kept === null) return ['its request cannot be read any more']
  const query = queryOf(client)
  const aliases = await readAliases(query, NEWEST)
  const order = { ...kept, series: kept.series?.map((code) => aliases.get(code) ?? code) ?? null }
  const [own] = fact.parse(await query(OWN, [version]))
  const differing: string[] = []
  let unchanged = 0
  for (const kind of KINDS) {
    await planWithdrawal(query, dailyTable(kind), order, version - 1)
    differing.push(...texts.parse(await query(differenceOf(kind), [version])))
    unchanged += await countKept(query, planTable(kind))
    await query(`drop table ${planTable(kind)}`, [])
  }
  // A withdrawal by series and dates concerns no entry.
  if (order.version !== null) {
    await planWithdrawal(query, CATALOGUE_TABLE, order, version - 1)
    differing.push(...texts.parse(await query(ENTRIES, [version])))
    unchanged += await countKept(query, CATALOGUE_TABLE.plan)
    await query(`drop table ${CATALOGUE_TABLE.plan}`, [])
  }
  if (own.withdrawn !== order.version || own.reason !== order.reason) {
    differing.push('its request names another version or reason')
  }
  if (own.unchanged !== unchanged) differing.push(`it left ${unchanged} rows as they are, and says ${own.unchanged}`)
  return differing
}

const OWN = `
  select withdrawn_version as withdrawn, reason, rows_unchanged as unchanged
  from data_version
  where id = $1`

async function countKept(query: Query, plan: string): Promise<number> {
  const rows = await query(`select count(*)::int as kept from ${plan} where target is null`, [])
  const [{ kept }] = z.tuple([z.object({ kept: z.int() })]).parse(rows)
  return kept
}

/** Compares the planned entries with those that the version closed and opened. */
const ENTRIES = `
  with plan as (
    select * from ${CATALOGUE_TABLE.plan} where target is not null
  ), closed as (
    select kind, key from catalogue_entry where until_version = $1
  ), opened as (
    select kind, key, entry from catalogue_entry where since_version = $1
  )
  select format('%s %s %s', kind, key, case
    when plan.key is null then 'is not among the entries of its request'
    else 'is not as its request says' end) as what
  from plan full join closed using (kind, key) full join opened using (kind, key)
  where plan.key is null
    or (closed.key is not null) <> has_now
    or (opened.key is not null) <> has_before
    or (has_before and jsonb_strip_nulls(opened.entry) <> jsonb_strip_nulls(before_entry))
  order by kind, key`

/** Compares the planned rows of a kind with those that the version closed and opened. */
function differenceOf(kind: ReturnKind): string {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const differs = legs.map(({ stored }) => `opened.${stored} is distinct from plan.before_${stored}`).join(' or ')
  return `
    with plan as (
      select * from ${planTable(kind)} where target is not null
    ), closed as (
      select ${codeColumn} as code, date from ${table} where until_version = $1
    ), opened as (
      select ${codeColumn} as code, * from ${table} where since_version = $1
    )
    select format('%s on %s %s', code, date, case
      when plan.code is null then 'is not among the rows of its request'
      when (closed.code is not null) <> has_now then 'was not closed as its request says'
      when (opened.code is not null) <> has_before then 'was not opened as its request says'
      else 'has another value than before' end) as what
    from plan full join closed using (code, date) full join opened using (code, date)
    where plan.code is null
      or (closed.code is not null) <> has_now
      or (opened.code is not null) <> has_before
      or (has_before and (${differs}))
    order by code, date`
}
