import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { z } from 'zod'
import { KINDS, RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import { type Query, queryOf } from '@/lib/import/check/series-catalogue'
import { keepSource, packSource } from '@/lib/import/write/keep-source'
import { type BeforeCommit, type Execute, NEXT_VERSION } from '@/lib/import/write/load'
import { inSession } from '@/lib/import/write/load-session'
import { planTable, planWithdrawal } from './plan-withdrawal'
import { findContradiction, pairDays, readNewestDays, readPlan } from './read-plan'
import { faultOf, orderFile, type WithdrawalOrder } from './withdrawal-order'
import type { WithdrawalOutcome, WithdrawnSeries } from './withdrawal-outcome'

/** From this many rows on the planner's statistics are renewed. */
const ANALYZE_FROM_ROWS = 10_000

/** An order that this store cannot carry out; the message says why, and what to do. */
export class WithdrawalRefusal extends Error {
  override name = 'WithdrawalRefusal'
}

interface Options {
  /** Who withdraws: a user of this machine or the name of a token. */
  loadedBy: string
  dryRun: boolean
  /** Runs before the new version is committed, in its transaction. */
  beforeCommit?: BeforeCommit<WithdrawalOutcome>
}

/**
 * Takes back what a version did, or what the last load did to series between dates: a new data version, in which those
 * rows are as they were before it. Rows that a later version changed stay as they are. Creates no version when no row
 * changes. A dry run rolls everything back. Throws a WithdrawalRefusal.
 */
export function withdraw(
  order: WithdrawalOrder,
  { loadedBy, dryRun, beforeCommit }: Options,
): Promise<WithdrawalOutcome> {
  return inSession(async (client) => {
    const query = queryOf(client)
    const execute: Execute = (statement, parameters) => client.query(statement, parameters)
    const version = await nextVersion(query)
    await assertPossible(query, order, version - 1)
    for (const kind of KINDS) await planWithdrawal(query, kind, order, version - 1)
    const contradiction = await findContradiction(query)
    if (contradiction !== null) throw new WithdrawalRefusal(contradiction)
    const plan = await readPlan(query)
    const counts = sumCounts(plan.series)
    const about = { dryRun, version: null, withdrawnVersion: order.version, reason: order.reason }
    const before = await readNewestDays(query)
    if (counts.rowsWithdrawn + counts.rowsRestated + counts.rowsNew === 0) {
      return { result: { ...about, ...counts, ...plan, newestDays: pairDays(before, before) }, commit: false }
    }
    await openWithdrawal(execute, version, { order, loadedBy, counts, series: plan.series })
    for (const kind of KINDS) await writeKind(client, kind, version)
    const newestDays = pairDays(before, await readNewestDays(query))
    const result = { ...about, ...counts, ...plan, newestDays, version: dryRun ? null : version }
    if (!dryRun) await beforeCommit?.(execute, result)
    return { result, commit: !dryRun }
  })
}

async function nextVersion(query: Query): Promise<number> {
  const [{ id }] = z.tuple([z.object({ id: z.int() })]).parse(await query(NEXT_VERSION, []))
  return id
}

async function assertPossible(query: Query, order: WithdrawalOrder, newest: number): Promise<void> {
  const fault = faultOf(order)
  if (fault !== null) throw new WithdrawalRefusal(fault)
  if (order.version !== null) {
    if (order.version > newest) {
      const known = newest === 0 ? 'nothing has been loaded yet' : `the newest is ${newest}`
      throw new WithdrawalRefusal(`There is no data version ${order.version}: ${known}.`)
    }
    const ofCatalogue = z.array(z.unknown()).parse(await query(CATALOGUE_VERSION, [order.version]))
    if (ofCatalogue.length > 0) {
      throw new WithdrawalRefusal(
        `Version ${order.version} is a load of the catalogue, which is not withdrawn: load the catalogue with the earlier entries instead.`,
      )
    }
  }
  const strange = z.array(z.object({ code: z.string() })).parse(await query(UNKNOWN_SERIES, [order.series ?? []]))
  if (strange.length > 0) {
    throw new WithdrawalRefusal(`Not in the catalogue: ${strange.map(({ code }) => code).join(', ')}.`)
  }
}

const CATALOGUE_VERSION = `select from data_version where id = $1 and kind = 'catalogue'`

const UNKNOWN_SERIES = `
  select code
  from unnest($1::text[]) as code
  where code not in (select code from factor union all select code from portfolio)`

type Counts = Pick<WithdrawalOutcome, 'rowsWithdrawn' | 'rowsRestated' | 'rowsNew' | 'rowsUnchanged'>

function sumCounts(series: readonly Counts[]): Counts {
  const sum = (count: keyof Counts) => series.reduce((total, each) => total + each[count], 0)
  return {
    rowsWithdrawn: sum('rowsWithdrawn'),
    rowsRestated: sum('rowsRestated'),
    rowsNew: sum('rowsNew'),
    rowsUnchanged: sum('rowsUnchanged'),
  }
}

interface Withdrawal {
  order: WithdrawalOrder
  loadedBy: string
  counts: Counts
  series: WithdrawnSeries[]
}

async function openWithdrawal(
  execute: Execute,
  version: number,
  { order, loadedBy, counts, series }: Withdrawal,
): Promise<void> {
  const bytes = orderFile(order)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { rowsNew, rowsRestated, rowsUnchanged, rowsWithdrawn } = counts
  await execute(
    `insert into data_version (id, kind, source_name, source_sha256, rows_new, rows_restated, rows_unchanged, rows_withdrawn,
                               loaded_by, withdrawn_version, reason)
     values ($1, 'withdrawal', 'withdrawal.json', $2, $3, $4, $5, $6, $7, $8, $9)`,
    [version, sha256, rowsNew, rowsRestated, rowsUnchanged, rowsWithdrawn, loadedBy, order.version, order.reason],
  )
  await keepSource(execute, await packSource({ sha256, bytes }))
  await execute(REMEMBER_SERIES, [version, JSON.stringify(series)])
}

/** A factor may have rows of returns and of quality. */
const REMEMBER_SERIES = `
  insert into data_version_series (version, code, rows_new, rows_restated, rows_unchanged, rows_withdrawn, first_date, last_date)
  select $1, code, sum("rowsNew"), sum("rowsRestated"), sum("rowsUnchanged"), sum("rowsWithdrawn"), min("from"), max("to")
  from json_to_recordset($2::json)
    as series (code text, "rowsNew" int, "rowsRestated" int, "rowsUnchanged" int, "rowsWithdrawn" int, "from" date, "to" date)
  group by code`

/** Closes the rows that change, and opens those that have an earlier value. */
async function writeKind(client: Client, kind: ReturnKind, version: number): Promise<void> {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const closed = await client.query(
    `
    update ${table} as stored
    set until_version = $1
    from ${planTable(kind)} as plan
    where stored.${codeColumn} = plan.code and stored.date = plan.date and stored.until_version = ${STILL_TRUE}
      and target is not null and has_now`,
    [version],
  )
  const opened = await client.query(
    `
    insert into ${table} (${codeColumn}, date, ${legs.map(({ stored }) => stored).join(', ')}, since_version)
    select code, date, ${legs.map(({ stored }) => `before_${stored}`).join(', ')}, $1::int
    from ${planTable(kind)}
    where target is not null and has_before
    order by code, date`,
    [version],
  )
  if ((closed.rowCount ?? 0) + (opened.rowCount ?? 0) >= ANALYZE_FROM_ROWS) await client.query(`analyze ${table}`)
}
