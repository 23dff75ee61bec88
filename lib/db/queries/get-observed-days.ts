import { z } from 'zod'
import { Prisma } from '@/lib/db/generated/prisma/client'
import { marketsInScope } from '@/lib/db/queries/scope/codes-in-scope'
import { datesInScope } from '@/lib/db/queries/scope/dates-in-scope'
import { storeAsOf } from '@/lib/db/store-as-of'
import { asOfVersion } from './as-of-version'
import { dateColumn } from './series-columns'

interface Parameters {
  /** Data version of the rows. */
  version: number
  /** Code of the market. */
  market: string
}

const row = z.object({ dates: dateColumn.nullable() })

/**
 * Returns the ascending ISO dates on which any series of a market has a return: the calendar of a market without one. They
 * are the same for all who may read some series of the market, and so are figures; empty for anybody else.
 */
export async function getObservedDays({ version, market }: Parameters): Promise<string[]> {
  const isKnown = await marketsInScope(version)
  if (!isKnown(market)) return []
  const dates = await datesInScope(version)
  const valid = Prisma.sql`${asOfVersion(version)} ${dates.condition('code')}`
  const rows = await storeAsOf(version).$queryRaw`
    select string_agg(date_send(date), '' order by date) as dates
    from (
      select daily.date
      from factor,
           lateral (select date from factor_return where factor_code = code and ${valid}) as daily
      where market_code = ${market}
      union
      select daily.date
      from portfolio,
           lateral (select date from portfolio_return where portfolio_code = code and ${valid}) as daily
      where market_code = ${market}
    ) as observed`
  return z.tuple([row]).parse(rows)[0].dates ?? []
}
