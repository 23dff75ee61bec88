import type { Client } from 'pg'
import { z } from 'zod'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'

/** Series of which rows are compared one by one, and the newest rows of each. */
const SERIES_MAX = 40
const ROWS_MAX = 250

/** The newest given rows of a series beside what the store holds. Each leg has one value a row. */
export interface SeriesRows {
  code: string
  /** ISO dates, ascending. */
  dates: string[]
  /** By leg, in the order of the kind: given values, and stored ones of the same day; null where none is stored. */
  given: number[][]
  stored: (number | null)[][]
}

const row = z.object({
  code: z.string(),
  date: z.iso.date(),
  given: z.array(z.number()),
  stored: z.array(z.number().nullable()),
})

/** Reads the newest rows of the first of some series in `staged`, with the stored rows of the same days, by date. */
export async function readSeriesRows(client: Client, kind: ReturnKind, codes: string[]): Promise<SeriesRows[]> {
  const chosen = codes.slice(0, SERIES_MAX)
  const rows = z.array(row).parse((await client.query(newestRowsOf(kind), [chosen])).rows)
  return chosen.map((code) =>
    seriesRows(
      kind,
      code,
      rows.filter((own) => own.code === code),
    ),
  )
}

function seriesRows(kind: ReturnKind, code: string, own: z.infer<typeof row>[]): SeriesRows {
  return {
    code,
    dates: own.map(({ date }) => date),
    given: RETURN_KINDS[kind].legs.map((_, leg) => own.map(({ given }) => given[leg] ?? Number.NaN)),
    stored: RETURN_KINDS[kind].legs.map((_, leg) => own.map(({ stored }) => stored[leg] ?? null)),
  }
}

function newestRowsOf(kind: ReturnKind): string {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const each = (prefix: string) => legs.map(({ stored }) => `${prefix}.${stored}`).join(', ')
  return `
    select newest.code, to_char(newest.date, 'YYYY-MM-DD') as date,
           array[${each('newest')}] as given, array[${each('stored')}] as stored
    from (
      select *, row_number() over (partition by code order by date desc) as place from staged where code = any($1)
    ) as newest
      left join ${table} as stored
        on stored.${codeColumn} = newest.code and stored.date = newest.date and stored.until_version = ${STILL_TRUE}
    where place <= ${ROWS_MAX}
    order by newest.code, newest.date`
}
