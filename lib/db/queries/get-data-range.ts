import { z } from 'zod'
import { Prisma } from '@/lib/db/generated/prisma/client'
import { marketsInScope } from '@/lib/db/queries/scope/codes-in-scope'
import { datesInScope } from '@/lib/db/queries/scope/dates-in-scope'
import { storeAsOf } from '@/lib/db/store-as-of'
import { asOfVersion } from './as-of-version'

interface Parameters {
  version: number
}

const row = z.object({ market: z.string(), first: z.iso.date(), last: z.iso.date() })

/** First and last date with data in a market, over all its series. */
export type DataRange = z.infer<typeof row>

/**
 * Returns one range per market of the current scope with data as of a version, ordered by market. It is that of all series
 * of the market, so that everybody who may read some of them has the same weeks.
 */
export async function getDataRange({ version }: Parameters): Promise<DataRange[]> {
  const [ranges, isKnown] = await Promise.all([readDataRange(version), marketsInScope(version)])
  return ranges.filter(({ market }) => isKnown(market))
}

/** Reads the ranges of all markets within the dates of the current scope: the ends of indexes, not all rows. */
export async function readDataRange(version: number): Promise<DataRange[]> {
  const dates = await datesInScope(version)
  const valid = Prisma.sql`${asOfVersion(version)} ${dates.condition('code')}`
  const rows = await storeAsOf(version).$queryRaw`
    with series_end as (
      select market_code, first.date as first, last.date as last
      from factor,
           lateral (select date from factor_return where factor_code = code and ${valid} order by date limit 1) as first,
           lateral (select date from factor_return where factor_code = code and ${valid} order by date desc limit 1) as last
      union all
      select market_code, first.date, last.date
      from portfolio,
           lateral (select date from portfolio_return where portfolio_code = code and ${valid} order by date limit 1) as first,
           lateral (select date from portfolio_return where portfolio_code = code and ${valid} order by date desc limit 1) as last
    )
    select market_code                         as market,
           to_char(min(first), 'YYYY-MM-DD')   as first,
           to_char(max(last), 'YYYY-MM-DD')    as last
    from series_end
    group by market_code
    order by market_code`
  return z.array(row).parse(rows)
}
