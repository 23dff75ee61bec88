import { z } from 'zod'
import { CLOSURE_KINDS } from '@/lib/catalogue/closure-kinds'
import type { Query } from '@/lib/db/query'
import { type Closure, type TradingCalendar, tradingCalendar } from './trading-calendar'

const row = z.object({
  market: z.string(),
  /** Whether the row is of the market's own code, and not of its exchange's. */
  isOwn: z.boolean(),
  closures: z.array(z.object({ date: z.iso.date(), kind: z.enum(CLOSURE_KINDS), name: z.string().nullable() })),
})

/** Reads the calendar of every market as of a data version, by code. Closures of its own replace those of its exchange. */
export async function readCalendars(query: Query, version: number): Promise<Map<string, TradingCalendar>> {
  const rows = z.array(row).parse(await query(CALENDARS, [version]))
  const listOf = (market: string, isOwn: boolean): Closure[] =>
    rows.find((each) => each.market === market && each.isOwn === isOwn)?.closures ?? []
  const markets = [...new Set(rows.map(({ market }) => market))]
  return new Map(markets.map((market) => [market, tradingCalendar(listOf(market, false), listOf(market, true))]))
}

/** Two rows for each market: its exchange's closures, and its own. Closures are read once, however many markets. */
const CALENDARS = `
  with valid as (
    select kind, key, entry from catalogue_entry
    where kind in ('market', 'closure') and since_version <= $1::int and until_version > $1::int
  ), listed as (
    select entry ->> 'market' as code, json_agg(entry) as closures from valid where kind = 'closure' group by 1
  )
  select market.key as market, own.is_own as "isOwn", coalesce(listed.closures, '[]') as closures
  from valid as market
    cross join lateral (values (false, market.entry ->> 'calendar'), (true, market.key)) as own (is_own, code)
    left join listed using (code)
  where market.kind = 'market'`
