import type { Client } from 'pg'
import { KINDS, RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import { findUnequalSums, type UnequalSum } from '@/lib/import/check/check-sums'
import { queryOf } from '@/lib/import/check/series-catalogue'
import { type Execute, nextVersion } from '@/lib/import/write/load'
import { inSession } from '@/lib/import/write/load-session'
import { type Counts, openWithdrawal, type WithdrawalOptions } from './open-withdrawal'
import { dailyTable, planTable, planWithdrawal } from './plan-withdrawal'
import { findContradiction, readNewestDays, readPlan } from './read-plan'
import type { WithdrawalOrder } from './withdrawal-order'
import type { WithdrawalOutcome } from './withdrawal-outcome'
import { type RefusalReason, WithdrawalRefusal } from './withdrawal-refusal'

/** From this many rows on the planner's statistics are renewed. */
const ANALYZE_FROM_ROWS = 10_000

/** Withdraws daily rows, as `withdraw` describes. */
export function withdrawRows(
  order: WithdrawalOrder,
  { loadedBy, dryRun, beforeCommit, beforeRollback }: WithdrawalOptions,
): Promise<WithdrawalOutcome> {
  return inSession<WithdrawalOutcome>(async (client) => {
    const query = queryOf(client)
    const execute: Execute = (statement, parameters) => client.query(statement, parameters)
    const version = await nextVersion(query)
    for (const kind of KINDS) await planWithdrawal(query, dailyTable(kind), order, version - 1)
    const contradiction = await findContradiction(query)
    if (contradiction !== null) throw new WithdrawalRefusal([contradiction])
    const plan = await readPlan(query)
    const counts = sumCounts(plan.series)
    const planned = {
      ...{ dryRun, version: null, withdrawnVersion: order.version, reason: order.reason },
      ...{ ...counts, ...plan, entries: [], keptEntries: [], newestDays: await readNewestDays(query) },
    }
    if (counts.rowsWithdrawn + counts.rowsRestated + counts.rowsNew === 0) return { result: planned, commit: false }
    await openWithdrawal(client, version, { order, loadedBy, counts, series: plan.series })
    for (const kind of KINDS) await writeKind(client, kind, version)
    const [unequal] = await findUnequalSums(query, version)
    if (unequal !== undefined) throw new WithdrawalRefusal([reasonOf(unequal)])
    if (dryRun) {
      await beforeRollback?.(query, version)
      return { result: planned, commit: false }
    }
    const result = { ...planned, version }
    await beforeCommit?.(execute, result)
    return { result, commit: true }
  })
}

function reasonOf({ code, date, sum, excess, difference }: UnequalSum): RefusalReason {
  if (excess === null || difference === null) return { code: 'no-excess', values: { code, date, sum } }
  return { code: 'sum-differs', values: { code, date, sum, excess, difference } }
}

function sumCounts(series: readonly Counts[]): Counts {
  const sum = (count: keyof Counts) => series.reduce((total, each) => total + each[count], 0)
  return {
    rowsWithdrawn: sum('rowsWithdrawn'),
    rowsRestated: sum('rowsRestated'),
    rowsNew: sum('rowsNew'),
    rowsUnchanged: sum('rowsUnchanged'),
  }
}

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
