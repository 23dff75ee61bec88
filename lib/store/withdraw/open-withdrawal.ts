/** What withdrawals of daily rows and of catalogue entries share. */
import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import type { Query } from '@/lib/db/query'
import { keepSource } from '@/lib/import/write/keep-source'
import type { BeforeCommit } from '@/lib/import/write/load'
import { orderFile, type WithdrawalOrder } from './withdrawal-order'
import type { WithdrawalOutcome, WithdrawnSeries } from './withdrawal-outcome'

export interface WithdrawalOptions {
  /** Who withdraws: a user of this machine or the name of a token. */
  loadedBy: string
  dryRun: boolean
  /** Reads what a dry run wrote to daily rows, before it is rolled back; receives the number that its version has meanwhile. */
  beforeRollback?: (query: Query, version: number) => Promise<void>
  /** Runs before the new version is committed, in its transaction. */
  beforeCommit?: BeforeCommit<WithdrawalOutcome>
}

export type Counts = Pick<WithdrawalOutcome, 'rowsWithdrawn' | 'rowsRestated' | 'rowsNew' | 'rowsUnchanged'>

interface Withdrawal {
  order: WithdrawalOrder
  loadedBy: string
  counts: Counts
  series: WithdrawnSeries[]
}

/** Opens the version of a withdrawal, in its transaction, and keeps its request. */
export async function openWithdrawal(
  client: Client,
  version: number,
  { order, loadedBy, counts, series }: Withdrawal,
): Promise<void> {
  const bytes = orderFile(order)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { rowsNew, rowsRestated, rowsUnchanged, rowsWithdrawn } = counts
  await client.query(
    `insert into data_version (id, kind, source_name, source_sha256, rows_new, rows_restated, rows_unchanged, rows_withdrawn,
                               loaded_by, withdrawn_version, reason)
     values ($1, 'withdrawal', 'withdrawal.json', $2, $3, $4, $5, $6, $7, $8, $9)`,
    [version, sha256, rowsNew, rowsRestated, rowsUnchanged, rowsWithdrawn, loadedBy, order.version, order.reason],
  )
  await keepSource(client, { sha256, bytes })
  await client.query(REMEMBER_SERIES, [version, JSON.stringify(series)])
}

/** A factor may have rows of returns and of quality. */
const REMEMBER_SERIES = `
  insert into data_version_series (version, code, rows_new, rows_restated, rows_unchanged, rows_withdrawn, first_date, last_date)
  select $1, code, sum("rowsNew"), sum("rowsRestated"), sum("rowsUnchanged"), sum("rowsWithdrawn"), min("from"), max("to")
  from json_to_recordset($2::json)
    as series (code text, "rowsNew" int, "rowsRestated" int, "rowsUnchanged" int, "rowsWithdrawn" int, "from" date, "to" date)
  group by code`
