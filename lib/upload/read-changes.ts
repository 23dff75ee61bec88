/** Reads what a dry run wrote, in its transaction, before it is rolled back. */
import { z } from 'zod'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { readChangedEntries } from '@/lib/db/queries/get-changed-entries'
import { readRestatedRows } from '@/lib/db/queries/get-restated-rows'
import type { Query } from '@/lib/db/query'
import type { ImportOutcome } from '@/lib/import/outcome/import-outcome'
import { LISTED_MAX, type UploadChanges } from './upload-record'

/** Above this number of rows, the published figures that move are left to the page of the version. */
const ROWS_MAX = 200_000

const dayRow = z.object({ code: z.string(), date: z.iso.date(), values: z.array(z.number()) })

/** A day of a series as it would be: daily returns by leg, decimal fractions, in the order of the kind's legs. */
export type ChangedDay = z.infer<typeof dayRow>

export interface DryChanges extends Pick<UploadChanges, 'restated' | 'restatedCount' | 'entries' | 'entriesCount'> {
  /** The newest version before the load. */
  before: number
  /** New and changed days of factors and portfolios; null when there are too many. */
  days: { factors: ChangedDay[]; portfolios: ChangedDay[] } | null
}

/**
 * Reads the changes of a dry run: daily rows and entries before and after, and all days of returns.
 * @param query runs in the transaction of the load
 * @param outcomes have the numbers of their versions
 * @param newest the newest committed version, for a load that changes nothing
 */
export async function readChanges(
  query: Query,
  outcomes: readonly ImportOutcome[],
  newest: number,
): Promise<DryChanges> {
  const versions = outcomes.flatMap(({ version }) => version ?? []).sort((one, other) => one - other)
  const changes: DryChanges = {
    ...{ before: (versions[0] ?? newest + 1) - 1, restated: [], restatedCount: 0, entries: [], entriesCount: 0 },
    days: await readDays(query, versions[0]),
  }
  for (const outcome of outcomes) {
    if (outcome.version === null) continue
    if (outcome.series.length > 0) {
      const limit = LISTED_MAX - changes.restated.length
      changes.restated.push(...(await readRestatedRows(query, { version: outcome.version, limit, offset: 0 })))
      changes.restatedCount += outcome.rowsRestated
    } else {
      const entries = await readChangedEntries(query, outcome.version)
      changes.entries.push(...entries.slice(0, LISTED_MAX - changes.entries.length))
      changes.entriesCount += entries.length
    }
  }
  return changes
}

async function readDays(query: Query, first: number | undefined): Promise<DryChanges['days']> {
  if (first === undefined) return { factors: [], portfolios: [] }
  const read = async (kind: ReturnKind) => z.array(dayRow).parse(await query(daysOf(kind), [first]))
  const [factors, portfolios] = [await read('factor_returns'), await read('portfolio_returns')]
  return factors.length > ROWS_MAX || portfolios.length > ROWS_MAX ? null : { factors, portfolios }
}

function daysOf(kind: ReturnKind): string {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  return `
    select ${codeColumn} as code, to_char(date, 'YYYY-MM-DD') as date, array[${legs.map(({ stored }) => stored).join()}] as values
    from ${table}
    where since_version >= $1
    order by code, date
    limit ${ROWS_MAX + 1}`
}
