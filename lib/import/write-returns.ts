import { z } from 'zod'
import { Prisma } from '@/lib/generated/prisma/client'
import type { SeriesOutcome } from '@/lib/import/import-outcome'
import { inLoad, type LoadResult, type LoadSource, openVersion, type RowCounts } from '@/lib/import/load'
import type { ReturnBatch } from '@/lib/import/return-batch'
import { RETURN_KINDS, type ReturnKind } from '@/lib/import/return-kinds'
import type { Warning } from '@/lib/import/warning'

type Transaction = Prisma.TransactionClient

/** Rows of one statement: its parameters stay at a few megabytes. */
const ROWS_PER_STATEMENT = 50_000

/** From here on the planner's statistics are renewed at once (65 ms): without, a page's query took 53 ms instead of 33. */
const ANALYZE_FROM_ROWS = 10_000

const seriesRow = z.object({
  code: z.string(),
  from: z.string(),
  to: z.string(),
  rowsNew: z.int(),
  rowsRestated: z.int(),
  rowsUnchanged: z.int(),
})

/** What a load of returns did, or in a dry run would do. */
export interface ReturnsResult extends LoadResult {
  series: SeriesOutcome[]
  warnings: Warning[]
  warningCount: number
}

/**
 * Writes checked returns as one data version: a row that is not there is opened, a row with another value is closed and
 * opened again, an equal row stays. Floats are compared exactly. Makes no version when nothing differs or
 * in a dry run.
 */
export function writeReturns(batch: ReturnBatch, source: LoadSource, dryRun: boolean): Promise<ReturnsResult> {
  const sql = statementsOf(batch.kind)
  return inLoad(async (tx) => {
    await stage(tx, batch)
    const series = z.array(seriesRow).parse(await tx.$queryRaw(sql.count))
    const counts = sumCounts(series)
    const done = { ...counts, series, warnings: [], warningCount: 0 }
    if (dryRun || counts.rowsNew + counts.rowsRestated === 0) return { ...done, version: null }
    const version = await openVersion(tx, batch.kind, source, counts)
    await tx.dataVersionSeries.createMany({ data: series.map((own) => seriesRecord(version, own)) })
    await tx.$executeRaw(sql.close(version))
    await tx.$executeRaw(sql.open(version))
    if (counts.rowsNew + counts.rowsRestated >= ANALYZE_FROM_ROWS) await tx.$executeRaw(sql.analyze)
    return { ...done, version }
  })
}

async function stage(tx: Transaction, { kind, codes, dates, legs }: ReturnBatch): Promise<void> {
  const { create, fill } = statementsOf(kind)
  await tx.$executeRaw(create)
  for (let start = 0; start < codes.length; start += ROWS_PER_STATEMENT) {
    const end = start + ROWS_PER_STATEMENT
    const legSlices = legs.map((leg) => leg.slice(start, end))
    await tx.$executeRaw(fill(codes.slice(start, end), dates.slice(start, end), legSlices))
  }
  await tx.$executeRaw`analyze staged`
}

function seriesRecord(version: number, { code, from, to, ...rows }: SeriesOutcome) {
  return { version, code, ...rows, firstDate: new Date(from), lastDate: new Date(to) }
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

/** The statements of a load, in the order in which they run. Names of tables and columns are this program's constants. */
function statementsOf(kind: ReturnKind) {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const store = Prisma.raw(table)
  const code = Prisma.raw(codeColumn)
  const legList = Prisma.raw(legs.map(({ stored }) => stored).join(', '))
  const stagedLegs = Prisma.raw(legs.map(({ stored }) => `staged.${stored}`).join(', '))
  const storedLegs = Prisma.raw(legs.map(({ stored }) => `stored.${stored}`).join(', '))
  const isCurrent = Prisma.sql`stored.${code} = staged.${code} and stored.date = staged.date and stored.until_version is null`
  const differs = Prisma.sql`(${storedLegs}) is distinct from (${stagedLegs})`

  return {
    create: Prisma.sql`
      create temporary table staged on commit drop as
      select ${code}, date, ${legList} from ${store} with no data`,

    fill: (codes: string[], dates: string[], values: number[][]) => Prisma.sql`
      insert into staged
      select * from unnest(${codes}::text[], ${dates}::date[], ${Prisma.join(values.map((leg) => Prisma.sql`${leg}::float8[]`))})`,

    count: Prisma.sql`
      select staged.${code}          as code,
             min(staged.date)::text as "from",
             max(staged.date)::text as "to",
             (count(*) filter (where stored.${code} is null))::int                   as "rowsNew",
             (count(*) filter (where stored.${code} is not null and ${differs}))::int as "rowsRestated",
             (count(*) filter (where not ${differs}))::int                           as "rowsUnchanged"
      from staged left join ${store} as stored on ${isCurrent}
      group by staged.${code}
      order by staged.${code} collate "C"`,

    close: (version: number) => Prisma.sql`
      update ${store} as stored
      set until_version = ${version}
      from staged
      where ${isCurrent} and ${differs}`,

    /** What is staged and has no current row: new, or closed just now. */
    open: (version: number) => Prisma.sql`
      insert into ${store} (${code}, date, ${legList}, since_version)
      select ${code}, date, ${legList}, ${version}::int
      from staged
      where not exists (select from ${store} as stored where ${isCurrent})`,

    analyze: Prisma.sql`analyze ${store}`,
  }
}
