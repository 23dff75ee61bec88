import type { Client } from 'pg'
import { z } from 'zod'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { FaultLog } from '@/lib/import/outcome/fault'
import { REMEDY_FOR_FRACTIONS, shownPercent } from './check-magnitude'
import type { ReturnBatch } from './return-batch'

/**
 * What is smaller than this share of the usual are fractions, which are a hundredth of it, times how wild their days are.
 * Of the demo's weeks, which are synthetic, none is refused as percentages and one passes as fractions; a quiet day alone
 * can be as small, so that files of a day or two have to be smaller still.
 */
const RATIO_MIN = { ofDays: 1 / 25, ofWeeks: 1 / 8 }
const WEEK_DAYS_MIN = 3
/** Fewer say too little of what is usual. */
const VALUES_MIN = 5
const STORED_ROWS_MIN = 60
/** The newest of a series that are looked at, about a year. */
const STORED_ROWS_OF_SERIES = 250

const sizes = z.tuple([
  z.object({
    values: z.int(),
    days: z.int(),
    rows: z.int(),
    given: z.number().nullable(),
    usual: z.number().nullable(),
    ratio: z.number().nullable(),
  }),
])

/**
 * Refuses percentages in `staged` that are far smaller than the stored returns of their series: fractions that were taken
 * for percentages. What no limit of its own can tell, since in a wild week they are as large as percentages of a quiet one.
 * Zeros are left out, and all of it where little is stored. Run it inside the load, before anything is written.
 */
export async function isLikeStored(
  client: Client,
  { kind, percent }: Pick<ReturnBatch, 'kind' | 'percent'>,
  faults: FaultLog,
): Promise<boolean> {
  if (percent === null || RETURN_KINDS[kind].values !== 'returns') return true
  const [{ values, days, rows, given, usual, ratio }] = sizes.parse((await client.query(sizesOf(kind))).rows)
  if (given === null || usual === null || ratio === null) return true
  const least = days < WEEK_DAYS_MIN ? RATIO_MIN.ofDays : RATIO_MIN.ofWeeks
  if (values < VALUES_MIN || rows < STORED_ROWS_MIN || ratio >= least) return true
  const remedy = `Half of the returns are within ${shownPercent(given)}, where ${shownPercent(usual)} is usual in the store: these are fractions; ${REMEDY_FOR_FRACTIONS[percent]}; if the store is wrong, write decimal fractions.`
  faults.add({ value: String(given), rule: 'implausible-unit', remedy })
  return false
}

/** Medians: of what is given, of what is usual for it, and of how many times the usual it is. */
function sizesOf(kind: ReturnKind): string {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const stored = legs.map((leg) => leg.stored).join(', ')
  const each = `lateral (values ${legs.map((leg) => `(abs(${leg.stored}))`).join(', ')}) as leg (size)`
  const median = (size: string) => `percentile_cont(0.5) within group (order by ${size})`
  return `
    with usual as (
      select code, count(distinct date) as rows, ${median('size')} as usual
      from staged_series, lateral (
        select date, ${stored} from ${table}
        where ${codeColumn} = code and until_version = ${STILL_TRUE}
        order by date desc limit ${STORED_ROWS_OF_SERIES}
      ) as newest, ${each}
      where size > 0
      group by code
    )
    select count(*)::int                                          as "values",
           count(distinct date)::int                              as days,
           (select coalesce(sum(rows), 0) from usual)::int        as rows,
           ${median('size')}                                      as given,
           ${median('usual')}                                     as usual,
           ${median('size / usual')}                              as ratio
    from staged join usual using (code), ${each}
    where size > 0`
}
