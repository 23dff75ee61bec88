import { z } from 'zod'
import type { Query } from '@/lib/db/query'
import { CLOSURE_LIST, readClosureList } from './closure-list'
import { type TradingCalendar, tradingCalendar } from './trading-calendar'

const row = z.object({
  market: z.string(),
  /** Whether the row is of the market's own code, and not of its exchange's. */
  isOwn: z.boolean(),
  /** A closure list; null when there are no closures. */
  closures: z.string().nullable(),
})

/** Reads the calendar of every market as of a data version, by code. Closures of its own replace those of its exchange. */
export async function readCalendars(query: Query, version: number): Promise<Map<string, TradingCalendar>> {
  const rows = z.array(row).parse(await query(CALENDARS, [version]))
  const listOf = (market: string, isOwn: boolean) =>
    rows.filter((each) => each.market === market && each.isOwn === isOwn)
  const markets = [...new Set(rows.map(({ market }) => market))]
  return new Map(
    markets.map((market) => {
      const [exchange, own] = [false, true].map((isOwn) =>
        listOf(market, isOwn).flatMap(({ closures }) =>
          readClosureList(closures).map(({ date, kind, name }) => ({ date, kind, name })),
        ),
      )
      return [market, tradingCalendar(exchange ?? [], own ?? [])]
    }),
  )
}

/** Two rows for each market: its exchange's closures, and its own. The key of a closure begins with its market. */
const CALENDARS = `
  with owner as (
    select key as market, own.is_own, own.code
    from catalogue_entry cross join lateral (values (false, entry ->> 'calendar'), (true, key)) as own (is_own, code)
    where kind = 'market' and since_version <= $1::int and until_version > $1::int
  ), closure as materialized (
    select split_part(key, ' ', 1) as code, ${CLOSURE_LIST} as closures
    from catalogue_entry
    where kind = 'closure' and since_version <= $1::int and until_version > $1::int
      and split_part(key, ' ', 1) in (select code from owner)
    group by 1
  )
  select market, is_own as "isOwn", closures from owner left join closure using (code)`
