import type { Client } from 'pg'
import { z } from 'zod'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { FaultLog } from '@/lib/import/outcome/fault'
import { REMEDY_FOR_FRACTIONS, shownPercent } from './check-magnitude'
import type { ReturnBatch } from './return-batch'

/**
 * Values below this share of the usual size are fractions: they are a hundredth of the percentages, times the
 * volatility of their days. With these shares no week of the synthetic demo is refused as percentages, and one passes
 * as fractions. A single quiet day can be as small, so that files of one or two days have a lower limit.
 */
const RATIO_MIN = { ofDays: 1 / 25, ofWeeks: 1 / 8 }
const WEEK_DAYS_MIN = 3
/** With fewer values the usual size is not known. */
const VALUES_MIN = 5
const STORED_ROWS_MIN = 60
/** Newest rows of a series that are compared, about a year. */
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
 * Refuses percentages in `staged` that are far smaller than the stored returns of their series: fractions that were
 * read as percentages. A fixed limit cannot find them, since fractions of a volatile week are as large as percentages
 * of a quiet one. Ignores zeros, and accepts everything when little is stored. Call it inside the load, before any
 * write.
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

/** Returns the query for three medians: of the given sizes, of the usual sizes, and of their ratio. */
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
