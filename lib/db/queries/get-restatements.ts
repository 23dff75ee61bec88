import { z } from 'zod'
import { Prisma } from '@/lib/db/generated/prisma/client'
import { codesInScope } from '@/lib/db/queries/scope/codes-in-scope'
import { datesInScope } from '@/lib/db/queries/scope/dates-in-scope'
import { storeAsOf } from '@/lib/db/store-as-of'

interface Parameters {
  /** Data version as of which the store is read. */
  version: number
  /** First and last ISO date, inclusive. */
  from: string
  to: string
  /** Codes of factors and portfolios; by default all of them. */
  codes?: readonly string[] | undefined
}

const row = z.object({
  code: z.string(),
  version: z.number().int(),
  first: z.iso.date(),
  last: z.iso.date(),
  days: z.number().int(),
  isWithdrawal: z.boolean(),
})

/** The days of a series, between `first` and `last`, whose values a data version replaced or withdrew. */
export type Restatement = z.infer<typeof row>

/**
 * Returns restatements up to a data version in a span of dates: one row per series and restating version, newest first.
 */
export async function getRestatements({ version, from, to, codes }: Parameters): Promise<Restatement[]> {
  const [known, dates] = await Promise.all([codesInScope({ version, codes }), datesInScope(version)])
  const wanted = known === undefined ? Prisma.empty : Prisma.sql`where code = any(${known}::text[])`
  const rows = await storeAsOf(version).$queryRaw`
    with closed as (
      select code, daily.date, daily.until_version
      from factor,
           lateral (select date, until_version from factor_return
                    where factor_code = code and date between ${from}::date and ${to}::date
                      and until_version <= ${version} ${dates.condition('code')}) as daily
      ${wanted}
      union all
      select code, daily.date, daily.until_version
      from portfolio,
           lateral (select date, until_version from portfolio_return
                    where portfolio_code = code and date between ${from}::date and ${to}::date
                      and until_version <= ${version} ${dates.condition('code')}) as daily
      ${wanted}
    )
    select code,
           until_version                     as version,
           to_char(min(date), 'YYYY-MM-DD')  as first,
           to_char(max(date), 'YYYY-MM-DD')  as last,
           count(*)::int                     as days,
           kind = 'withdrawal'               as "isWithdrawal"
    from closed join data_version on id = until_version
    group by code, until_version, kind
    order by until_version desc, code`
  return z.array(row).parse(rows)
}
