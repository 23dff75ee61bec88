import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { asOfVersion } from './as-of-version'

interface Parameters {
  /** Data version of the rows. */
  version: number
  /** Code of the market. */
  market: string
}

const row = z.object({ date: z.iso.date() })

/**
 * Returns the ascending ISO dates on which any series of a market has a return: the calendar of a market without one.
 */
export async function getObservedDays({ version, market }: Parameters): Promise<string[]> {
  const valid = asOfVersion(version)
  const rows = await prisma.$queryRaw`
    select to_char(date, 'YYYY-MM-DD') as date
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
    ) as observed
    order by date`
  return z
    .array(row)
    .parse(rows)
    .map(({ date }) => date)
}
