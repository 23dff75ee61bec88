import { z } from 'zod'
import { CLOSURE_KINDS } from '@/lib/catalogue/closure-kinds'
import type { Query } from '@/lib/db/query'
import { type Closure, type TradingCalendar, tradingCalendar } from './trading-calendar'

const row = z.object({
  market: z.string(),
  /** Whether the row is of the market's own code, and not of its exchange's. */
  isOwn: z.boolean(),
  /** One of each for every closure; null instead of empty lists. */
  dates: z.array(z.string()).nullable(),
  kinds: z.array(z.enum(CLOSURE_KINDS)).nullable(),
  names: z.array(z.string().nullable()).nullable(),
})

/** Reads the calendar of every market as of a data version, by code. Closures of its own replace those of its exchange. */
export async function readCalendars(query: Query, version: number): Promise<Map<string, TradingCalendar>> {
  const rows = z.array(row).parse(await query(CALENDARS, [version]))
  const listOf = (market: string, isOwn: boolean) =>
    rows.filter((each) => each.market === market && each.isOwn === isOwn)
  const markets = [...new Set(rows.map(({ market }) => market))]
  return new Map(
    markets.map((market) => {
      const [exchange, own] = [false, true].map((isOwn) => listOf(market, isOwn).flatMap(closuresOf))
      return [market, tradingCalendar(exchange ?? [], own ?? [])]
    }),
  )
}

/** Lists are smaller and faster to read than an object for each of hundreds of days. */
function closuresOf({ dates, kinds, names }: z.infer<typeof row>): Closure[] {
  return (dates ?? []).map((date, index) => ({
    date,
    kind: kinds?.[index] ?? 'closed',
    name: names?.[index] ?? null,
  }))
}

/** Two rows for each market: its exchange's closures, and its own. The key of a closure begins with its market. */
const CALENDARS = `
  with valid as (
    select kind, key, entry from catalogue_entry
    where kind in ('market', 'closure') and since_version <= $1::int and until_version > $1::int
  ), owner as (
    select key as market, own.is_own, own.code
    from valid cross join lateral (values (false, entry ->> 'calendar'), (true, key)) as own (is_own, code)
    where kind = 'market'
  ), closure as (
    select split_part(key, ' ', 1) as code, entry from valid where kind = 'closure'
  )
  select market, is_own as "isOwn", array_agg(entry ->> 'date') filter (where entry is not null) as dates,
         array_agg(entry ->> 'kind') filter (where entry is not null) as kinds,
         array_agg(entry ->> 'name') filter (where entry is not null) as names
  from owner left join closure using (code)
  group by market, is_own`
