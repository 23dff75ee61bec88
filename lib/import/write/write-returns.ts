import { type Client, DatabaseError } from 'pg'
import { z } from 'zod'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import { findWarnings, type Warnings } from '@/lib/import/check/find-warnings'
import { findHolds } from '@/lib/import/hold/find-holds'
import { heldWarnings } from '@/lib/import/hold/held-warnings'
import type { Hold } from '@/lib/import/outcome/hold'
import type { LoadResult, RowCounts, SeriesOutcome } from '@/lib/import/outcome/import-outcome'
import { copySource, isSourceKept, packSource } from './keep-source'
import { type BeforeCommit, type LoadSource, NEXT_VERSION, openVersion } from './load'
import { inSession } from './load-session'
import { type Lines, stageRows } from './stage-rows'

/**
 * From this many rows on the planner's statistics are renewed (65 ms); without, a page's query took 53 ms instead of
 * 33.
 */
const ANALYZE_FROM_ROWS = 10_000

/** SQLSTATE class of text that is not a date or number. */
const DATA_EXCEPTION = '22'

const seriesRow = z.object({
  code: z.string(),
  from: z.string(),
  to: z.string(),
  rowsNew: z.int(),
  rowsRestated: z.int(),
  rowsUnchanged: z.int(),
})

/** What a load of returns did, or would do in a dry run. */
export interface ReturnsResult extends LoadResult, Warnings {
  series: SeriesOutcome[]
  /** Findings that nobody accepted. With any of them nothing was written. */
  holds: Hold[]
}

/** Rows to write, and the check that must pass first. */
export interface ReturnRows {
  kind: ReturnKind
  lines: Lines
  /** Whether the lines come from checked values; otherwise PostgreSQL may find text that is not a number. */
  areRead: boolean
  check?: (client: Client) => Promise<boolean>
}

export interface ReturnsLoad {
  source: LoadSource
  /** ISO date of the load. */
  today: string
  dryRun: boolean
  /** Whether warnings hold the load too. */
  strict?: boolean
  /** In a dry run: whether its series may be missing in the store. The rows are then not inserted, even temporarily. */
  isAssumed?: boolean
  beforeCommit?: BeforeCommit<ReturnsResult> | undefined
}

/**
 * Writes returns as one data version: opens new rows, closes and reopens rows with another value, and keeps equal rows.
 * Compares floats exactly. Creates no version when nothing differs. A dry run rolls everything back. Returns null and
 * writes nothing when the check fails.
 */
export function writeReturns(
  rows: ReturnRows,
  { source, dryRun, today, strict = false, isAssumed = false, beforeCommit }: ReturnsLoad,
): Promise<ReturnsResult | null> {
  return inSession<ReturnsResult | null>(async (client) => {
    const packing = (await isSourceKept(client, source.sha256)) ? null : packSource(source)
    if (!(await stageChecked(client, rows))) return { result: null, commit: false }
    const sql = statementsOf(rows.kind)
    const series = z.array(seriesRow).parse((await client.query(sql.count)).rows)
    const counts = sumCounts(series)
    const warned = await findWarnings(client, { kind: rows.kind, series, today })
    const found = [...(await findHolds(client, rows.kind, series)), ...(strict ? heldWarnings(warned.warnings) : [])]
    const holds = found.filter(({ rule }) => !source.accepted.includes(rule))
    const done = { ...counts, series, ...warned, holds, version: null }
    if (isAssumed || holds.length > 0 || counts.rowsNew + counts.rowsRestated === 0) {
      return { result: done, commit: false }
    }
    const version = await write(client, { rows, source, series, counts })
    if (packing !== null) await copySource(client, await packing)
    if (dryRun) return { result: done, commit: false }
    const result = { ...done, version }
    await beforeCommit?.((statement, parameters) => client.query(statement, parameters), result)
    return { result, commit: true }
  })
}

/**
 * Fills `staged` and `staged_series`, and returns whether the rows may be written. Returns false when the lines are
 * unchecked and PostgreSQL cannot read or compute one of them.
 */
export async function stageChecked(client: Client, { kind, lines, areRead, check }: ReturnRows): Promise<boolean> {
  try {
    await stageRows(client, kind, lines)
  } catch (error) {
    if (!areRead && error instanceof DatabaseError && error.code?.startsWith(DATA_EXCEPTION)) return false
    throw error
  }
  return check === undefined || (await check(client))
}

interface Load {
  rows: ReturnRows
  source: LoadSource
  series: SeriesOutcome[]
  counts: RowCounts
}

async function write(client: Client, { rows, source, series, counts }: Load): Promise<number> {
  const sql = statementsOf(rows.kind)
  const [{ id: version }] = z.tuple([z.object({ id: z.int() })]).parse((await client.query(NEXT_VERSION)).rows)
  const execute = (statement: string, parameters: unknown[]) => client.query(statement, parameters)
  await openVersion(execute, version, rows.kind, source, counts)
  await execute(REMEMBER_SERIES, [version, JSON.stringify(series)])
  if (counts.rowsRestated > 0) await execute(sql.close, [version])
  await execute(counts.rowsUnchanged > 0 ? sql.openDiffering : sql.openAll, [version])
  if (counts.rowsNew + counts.rowsRestated >= ANALYZE_FROM_ROWS) await client.query(sql.analyze)
  return version
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
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const columns = (prefix: string) => legs.map(({ stored }) => `${prefix}${stored}`).join(', ')
  const isCurrent = `stored.${codeColumn} = staged.code and stored.date = staged.date and stored.until_version = ${STILL_TRUE}`
  // Column by column: comparing whole rows takes twice as long.
  const differs = `(${legs.map((leg) => `stored.${leg.stored} is distinct from staged.${leg.stored}`).join(' or ')})`
  // COPY may read -0: adding zero removes the sign and changes no other number.
  const unsigned = legs.map(({ stored }) => `${stored} + 0::float8`).join(', ')
  const openAll = `
      insert into ${table} (${codeColumn}, date, ${columns('')}, since_version)
      select code, date, ${unsigned}, $1::int
      from staged`

  return {
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
