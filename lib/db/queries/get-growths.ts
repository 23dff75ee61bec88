import { z } from 'zod'
import { RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import { Prisma } from '@/lib/db/generated/prisma/client'
import { codesInScope } from '@/lib/db/queries/scope/codes-in-scope'
import { datesInScope } from '@/lib/db/queries/scope/dates-in-scope'
import { storeAsOf } from '@/lib/db/store-as-of'
import { asOfVersion } from './as-of-version'
import { numberOfDay } from './number-of-day'
import { countColumn, numberColumn, sameLength } from './series-columns'

interface Parameters {
  /** Data version of the rows. */
  version: number
  kind: 'factor_returns' | 'portfolio_returns'
  /** The series wanted; rows before the inception do not count. */
  series: readonly { code: string; inception: string }[]
  /** Trading days, ascending ISO dates; rows of other days do not count. */
  days: readonly string[]
  /** Number of the span of each day, from 0, ascending. */
  spans: Int32Array
}

/** How much the legs of a series grew over each span in which it has a row; columns of one length, oldest first. */
export interface Growths {
  code: string
  /** Numbers of the spans. */
  spans: Int32Array
  /** Days of the span with a row. */
  counts: Int32Array
  /** Products of 1 + daily return of the long leg, or the portfolio. */
  leg: Float64Array
  /** The same of the short leg, or the index. */
  against: Float64Array
  /** The same of the universe's average; null for a portfolio. */
  benchmark: Float64Array | null
  /** The lowest and the highest growth of the ratio of the two NAVs in a day of all spans. */
  dailyLow: number
  dailyHigh: number
}

const row = z
  .object({
    code: z.string(),
    spans: countColumn,
    counts: countColumn,
    leg: numberColumn,
    against: numberColumn,
    benchmark: numberColumn.nullable(),
    dailyLow: z.number(),
    dailyHigh: z.number(),
  })
  .refine(
    ({ spans, counts, leg, against, benchmark }) => sameLength([spans, counts, leg, against, benchmark ?? leg]),
    'lengths differ',
  )

/**
 * Returns the growth of the wanted series as of a data version; series without a row on these days are left out. Each series
 * is aggregated on its own, since all of them at once would sort or hash their rows on disk, and in the order of its days, so that the last digits do not
 * depend on how PostgreSQL reads the rows.
 */
export async function getGrowths({ version, kind, series, days, spans }: Parameters): Promise<Growths[]> {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const [leg, against, benchmark] = legs.map(
    ({ stored }) => Prisma.sql`product(1 + ${Prisma.raw(stored)} order by date)`,
  )
  const [long, short] = legs.map(({ stored }) => Prisma.raw(stored))
  const ratio = Prisma.sql`(1 + ${long}) / (1 + ${short})`
  const [inScope, dates] = await Promise.all([
    codesInScope({ version, codes: series.map(({ code }) => code) }),
    datesInScope(version),
  ])
  const known = new Set(inScope)
  const wanted = series.filter(({ code }) => known.has(code))
  const rows = await storeAsOf(version).$queryRaw`
    select code, grown.*
    from unnest(${wanted.map(({ code }) => code)}::text[], ${wanted.map(({ inception }) => inception)}::date[])
                as wanted (code, inception),
         lateral (
           select string_agg(int4send(span), '' order by span)         as spans,
                  string_agg(int4send(days), '' order by span)         as counts,
                  string_agg(float8send(leg), '' order by span)        as leg,
                  string_agg(float8send(against), '' order by span)    as against,
                  string_agg(float8send(benchmark), '' order by span)  as benchmark,
                  min(low) as "dailyLow", max(high) as "dailyHigh"
           from (
             select span, count(*)::int as days,
                    ${leg} as leg, ${against} as against, ${benchmark ?? Prisma.sql`null::float8`} as benchmark,
                    min(ratio) as low, max(ratio) as high
             from (
               select *, ${ratio} as ratio, ${numberOfDay(days, spans)} as span
               from ${Prisma.raw(table)}
               where ${Prisma.raw(codeColumn)} = code and date >= inception and ${asOfVersion(version)}
                 ${dates.condition('code')}
                 and date between ${days[0]}::date and ${days.at(-1)}::date
             ) as daily
             where span >= 0
             group by span
           ) as own
         ) as grown
    where spans is not null`
  return z.array(row).parse(rows)
}
