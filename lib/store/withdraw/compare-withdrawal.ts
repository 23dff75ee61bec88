import type { Client } from 'pg'
import { z } from 'zod'
import { KINDS, RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { queryOf } from '@/lib/import/check/series-catalogue'
import { planTable, planWithdrawal } from './plan-withdrawal'
import { parseOrder } from './withdrawal-order'

const texts = z.array(z.object({ what: z.string() }).transform(({ what }) => what))

const fact = z.tuple([z.object({ withdrawn: z.int().nullable(), reason: z.string().nullable(), unchanged: z.int() })])

/**
 * Plans a withdrawal again from its kept request, as of the version before it, and returns what differs from the rows
 * that the version opened and closed.
 */
export async function compareWithdrawal(client: Client, version: number, bytes: Uint8Array): Promise<string[]> {
  const order = parseOrder(bytes)
  if (order === null) return ['its request cannot be read any more']
  const query = queryOf(client)
  const [own] = fact.parse(await query(OWN, [version]))
  const differing: string[] = []
  let unchanged = 0
  for (const kind of KINDS) {
    await planWithdrawal(query, kind, order, version - 1)
    differing.push(...texts.parse(await query(differenceOf(kind), [version])))
    const [{ kept }] = z.tuple([z.object({ kept: z.int() })]).parse(await query(keptOf(kind), []))
    unchanged += kept
    await query(`drop table ${planTable(kind)}`, [])
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

function keptOf(kind: ReturnKind): string {
  return `select count(*)::int as kept from ${planTable(kind)} where target is null`
}

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
