import { z } from 'zod'
import { KINDS, RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import { Prisma, type PrismaClient } from '@/lib/db/generated/prisma/client'
import type { datesInScope } from '@/lib/db/queries/scope/dates-in-scope'

const counted = z.object({
  version: z.int(),
  code: z.string(),
  rowsNew: z.int(),
  rowsRestated: z.int(),
  rowsWithdrawn: z.int(),
})

/** What a load did to a series, from its first date to its last, ISO dates. */
interface Counted extends z.infer<typeof counted> {
  rowsUnchanged: number | null
  first: string
  last: string
}

const LATEST = '9999-12-31'

/** Returns what loads did to series within some dates: rows of later days are not counted, nor series of which a load has no other. */
export async function countWithin<Series extends Counted>(
  series: Series[],
  dates: Awaited<ReturnType<typeof datesInScope>>,
  store: PrismaClient,
): Promise<Series[]> {
  if (dates.last === null) return series
  const begun = series.flatMap((own) => {
    const last = dates.upTo(own.code, LATEST)
    return last === null || last < own.first ? [] : [{ own, until: last }]
  })
  const reaching = begun.filter(({ own, until }) => own.last > until)
  const counts = new Map((await countRows(reaching, store)).map((row) => [keyOf(row), row]))
  return begun.map(({ own, until }) => {
    const count = counts.get(keyOf(own))
    return own.last <= until ? own : { ...own, ...NOTHING, ...count, last: until, rowsUnchanged: null }
  })
}

/** Of a load whose rows the store already held, or of another kind. */
const NOTHING = { rowsNew: 0, rowsRestated: 0, rowsWithdrawn: 0 }

const keyOf = ({ version, code }: { version: number; code: string }) => `${version} ${code}`

/** Counts the rows that versions opened and closed, by series: on a day with both, a row was restated. */
async function countRows(asked: { own: Counted; until: string }[], store: PrismaClient) {
  if (asked.length === 0) return []
  const changes = KINDS.map((kind) => {
    const { table, codeColumn } = RETURN_KINDS[kind]
    return Prisma.sql`
      select asked.version, asked.code, date,
             bool_or(since_version = asked.version) as opened, bool_or(until_version = asked.version) as closed
      from asked join ${Prisma.raw(table)} on ${Prisma.raw(codeColumn)} = asked.code and date between first and last
        and (since_version = asked.version or until_version = asked.version)
      group by asked.version, asked.code, date`
  })
  const rows = await store.$queryRaw`
    with asked as (
      select * from unnest(${asked.map(({ own }) => own.version)}::int[], ${asked.map(({ own }) => own.code)}::text[],
                           ${asked.map(({ own }) => own.first)}::date[], ${asked.map(({ until }) => until)}::date[])
                    as asked (version, code, first, last)
    )
    select version, code, count(*) filter (where opened and not closed)::int as "rowsNew",
           count(*) filter (where opened and closed)::int as "rowsRestated",
           count(*) filter (where closed and not opened)::int as "rowsWithdrawn"
    from (${Prisma.join(changes, ' union all ')}) as changed
    group by version, code`
  return z.array(counted).parse(rows)
}
