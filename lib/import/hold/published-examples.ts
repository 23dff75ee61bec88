import type { Client } from 'pg'
import { z } from 'zod'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { Hold, HoldExample } from '@/lib/import/outcome/hold'
import { periodReturn } from '@/lib/metrics/returns/period-return'

/** Series for which a published figure is shown. */
const SERIES_MAX = 3

const row = z.object({
  code: z.string(),
  date: z.iso.date(),
  before: z.array(z.number().nullable()),
  after: z.array(z.number()),
})

/**
 * Returns the arithmetic long-short return or excess (of an index its return) of the newest stored week that a hold's rows change, before and
 * after, for some of its series.
 */
export async function publishedExamples(
  client: Client,
  kind: ReturnKind,
  { series, to }: Hold,
): Promise<HoldExample[]> {
  const codes = series.slice(0, SERIES_MAX)
  const rows = z.array(row).parse((await client.query(weeksOf(kind), [codes, to])).rows)
  return codes.flatMap((code) => {
    const own = rows.filter((each) => each.code === code)
    const date = own.at(-1)?.date
    const before = spreadOf(own.map((each) => each.before))
    const after = spreadOf(own.map((each) => each.after))
    return date === undefined || before === null || after === null || before === after
      ? []
      : [{ series: code, date, column: 'week', before, after }]
  })
}

/** The difference of the first two legs, or the only leg, compounded; null when a day is missing. */
function spreadOf(days: (number | null)[][]): number | null {
  const legs = (days[0] ?? []).slice(0, 2)
  const [first = null, second] = legs.map((_, leg) => periodReturn(days.map((day) => day[leg] ?? null)))
  if (second === undefined) return first
  return first === null || second === null ? null : first - second
}

/** Reads the days of the newest week in which the store has rows that `staged` changes, as they are and as they would be. */
function weeksOf(kind: ReturnKind): string {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const differs = legs.map(({ stored: leg }) => `staged.${leg} is distinct from stored.${leg}`).join(' or ')
  const before = legs.map(({ stored: leg }) => `stored.${leg}`).join(', ')
  const after = legs.map(({ stored: leg }) => `coalesce(staged.${leg}, stored.${leg})`).join(', ')
  return `
    with newest as (
      select staged.code, date_trunc('week', max(staged.date))::date as monday
      from staged join ${table} as stored
        on stored.${codeColumn} = staged.code and stored.date = staged.date and stored.until_version = ${STILL_TRUE}
      where staged.code = any($1) and staged.date <= $2 and (${differs})
      group by staged.code
    )
    select newest.code, to_char(stored.date, 'YYYY-MM-DD') as date, array[${before}] as before, array[${after}] as after
    from newest
      join ${table} as stored on stored.${codeColumn} = newest.code and stored.until_version = ${STILL_TRUE}
        and stored.date between newest.monday and newest.monday + 6
      left join staged on staged.code = newest.code and staged.date = stored.date
    order by newest.code, stored.date`
}
