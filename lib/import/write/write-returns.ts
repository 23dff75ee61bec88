import type { Client } from 'pg'
import { z } from 'zod'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import { queryOf } from '@/lib/import/check/series-catalogue'
import type { LoadResult, RowCounts, SeriesOutcome } from '@/lib/import/outcome/import-outcome'
import { type LoadSource, nextVersion, openVersion } from './load'

/**
 * From this many rows on the planner's statistics are renewed (65 ms); without, a page's query took 53 ms instead of
 * 33.
 */
const ANALYZE_FROM_ROWS = 10_000

const seriesRow = z.object({
  code: z.string(),
  from: z.string(),
  to: z.string(),
  rowsNew: z.int(),
  rowsRestated: z.int(),
  rowsUnchanged: z.int(),
})

/**
 * Compares the rows in `staged` with the stored ones, exactly; returns the counts of each series, by code. Rows are looked up
 * only when the store has any row of these series.
 */
export async function countStaged(client: Client, kind: ReturnKind): Promise<SeriesOutcome[]> {
  const { isAnyStored, countAsNew, count } = statementsOf(kind)
  const { rowCount } = await client.query(isAnyStored)
  return z.array(seriesRow).parse((await client.query(rowCount === 0 ? countAsNew : count)).rows)
}

interface StagedFile {
  kind: ReturnKind
  /** The counts of `countStaged`. */
  series: SeriesOutcome[]
  source: LoadSource
}

/**
 * Writes the rows in `staged` as one data version: opens new rows, closes and reopens rows with another value, and keeps
 * equal rows. Creates no version when nothing differs. The caller also stores the file.
 */
export async function writeStaged(client: Client, { kind, series, source }: StagedFile): Promise<LoadResult> {
  const counts = sumCounts(series)
  if (counts.rowsNew + counts.rowsRestated === 0) return { ...counts, version: null }
  const sql = statementsOf(kind)
  const version = await nextVersion(queryOf(client))
  const execute = (statement: string, parameters: unknown[]) => client.query(statement, parameters)
  await openVersion(execute, version, kind, source, counts)
  await execute(REMEMBER_SERIES, [version, JSON.stringify(series)])
  if (counts.rowsRestated > 0) await execute(sql.close, [version])
  await execute(counts.rowsUnchanged > 0 ? sql.openDiffering : sql.openAll, [version])
  if (counts.rowsNew + counts.rowsRestated >= ANALYZE_FROM_ROWS) await client.query(sql.analyze)
  return { ...counts, version }
}

function sumCounts(series: SeriesOutcome[]): RowCounts {
  const counts = { rowsNew: 0, rowsRestated: 0, rowsUnchanged: 0 }
  for (const { rowsNew, rowsRestated, rowsUnchanged } of series) {
    counts.rowsNew += rowsNew
    counts.rowsRestated += rowsRestated
    counts.rowsUnchanged += rowsUnchanged
  }
  return counts
}

const REMEMBER_SERIES = `
  insert into data_version_series (version, code, rows_new, rows_restated, rows_unchanged, first_date, last_date)
  select $1, code, "rowsNew", "rowsRestated", "rowsUnchanged", "from", "to"
  from json_to_recordset($2::json)
    as series (code text, "rowsNew" int, "rowsRestated" int, "rowsUnchanged" int, "from" date, "to" date)`

/** Returns the statements of a load, in the order in which they run. Names in them are constants of this program. */
function statementsOf(kind: ReturnKind) {
  const { table, codeColumn, parts, legs } = RETURN_KINDS[kind]
  const columns = (prefix: string) => legs.map(({ stored }) => `${prefix}${stored}`).join(', ')
  const isCurrent = `stored.${codeColumn} = staged.code and stored.date = staged.date and stored.until_version = ${STILL_TRUE}`
  // Column by column: comparing whole rows takes twice as long.
  const differs = `(${legs.map((leg) => `stored.${leg.stored} is distinct from staged.${leg.stored}`).join(' or ')})`
  // COPY may read -0: adding zero removes the sign and changes no other number. Numbers of parts have been parsed already.
  const unsigned = parts ? columns('') : legs.map(({ stored }) => `${stored} + 0::float8`).join(', ')
  const openAll = `
      insert into ${table} (${codeColumn}, date, ${columns('')}, since_version)
      select code, date, ${unsigned}, $1::int
      from staged`

  return {
    isAnyStored: `
      select from staged_series
      where exists (
        select from ${table} as stored
        where stored.${codeColumn} = staged_series.code and stored.until_version = ${STILL_TRUE}
      )
      limit 1`,

    countAsNew: `
      select code, first::text as "from", last::text as "to", days as "rowsNew", 0 as "rowsRestated", 0 as "rowsUnchanged"
      from staged_series
      order by code collate "C"`,

    count: `
      select staged.code             as code,
             min(staged.date)::text  as "from",
             max(staged.date)::text  as "to",
             (count(*) filter (where stored.date is null))::int                   as "rowsNew",
             (count(*) filter (where stored.date is not null and ${differs}))::int as "rowsRestated",
             (count(*) filter (where not ${differs}))::int                        as "rowsUnchanged"
      from staged left join ${table} as stored on ${isCurrent}
      group by staged.code
      order by staged.code collate "C"`,

    close: `
      update ${table} as stored
      set until_version = $1
      from staged
      where ${isCurrent} and ${differs}`,

    openAll,

    /** Opens staged rows without a current row: new ones, and those just closed. */
    openDiffering: `${openAll}
      where not exists (select from ${table} as stored where ${isCurrent})`,

    analyze: `analyze ${table}`,
  }
}
