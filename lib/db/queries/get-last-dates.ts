import { z } from 'zod'
import { sidePool } from '@/lib/db/side-pool'

const rows = z.array(z.object({ market: z.string(), last: z.iso.date() }))

/**
 * Returns the last date with data of each market as of a version, for monitoring, over a connection of its own. Reads
 * the ends of indexes, not all rows.
 */
export async function getLastDates({ version }: { version: number }): Promise<z.infer<typeof rows>> {
  const found = await sidePool('monitoring').query(LAST_DATES, [version])
  return rows.parse(found.rows)
}

const VALID = 'since_version <= $1::int and until_version > $1::int'

const LAST_DATES = `
  with series_end as (
    select market_code, last.date
    from factor,
         lateral (select date from factor_return where factor_code = code and ${VALID} order by date desc limit 1) as last
    union all
    select market_code, last.date
    from portfolio,
         lateral (select date from portfolio_return where portfolio_code = code and ${VALID} order by date desc limit 1) as last
  )
  select market_code as market, to_char(max(date), 'YYYY-MM-DD') as last
  from series_end
  group by market_code
  order by market_code`
