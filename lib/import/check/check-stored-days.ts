import { z } from 'zod'
import { dayKind, type TradingCalendar, tradingDays } from '@/lib/calendar/trading-calendar'
import type { CatalogueFile, CompleteCatalogue } from '@/lib/catalogue/catalogue-schema'
import { KINDS, RETURN_KINDS, SERIES_TABLES } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { Query } from '@/lib/db/query'
import type { FaultLog } from '@/lib/import/outcome/fault'
import type { Warning } from '@/lib/import/outcome/warning'
import { calendarsOf, withAssumed } from './assumed-catalogue'

interface Context {
  query: Query
  stored: CompleteCatalogue
  faults: FaultLog
}

/** Series that a remedy names. */
const NAMED_MAX = 3

/**
 * Compares the calendars that a file changes with the stored rows of their markets. Reports rows on a day that is now
 * closed, and returns a warning for each run of days that are now trading days and on which no series has a row.
 */
export async function checkStoredDays(file: CatalogueFile, { query, stored, faults }: Context): Promise<Warning[]> {
  const before = calendarsOf(stored)
  const after = calendarsOf(withAssumed(stored, [file]))
  const warnings: Warning[] = []
  for (const [market, calendar] of after) {
    const known = before.get(market)
    if (known === undefined || isSame(known, calendar)) continue
    const days = await readDays(query, market)
    reportClosed({ market, calendar, days }, file, faults)
    warnings.push(...missingDays({ market, known, calendar, days }))
  }
  return warnings
}

function isSame(a: TradingCalendar, b: TradingCalendar): boolean {
  return (
    a.closures.size === b.closures.size &&
    [...a.closures].every(([date, { kind }]) => b.closures.get(date)?.kind === kind)
  )
}

/** A day with rows in a market. */
interface StoredDay {
  date: string
  /** Codes of some of its series, and the count of all. */
  codes: string[]
  count: number
}

interface Changed {
  market: string
  calendar: TradingCalendar
  days: StoredDay[]
}

function reportClosed({ market, calendar, days }: Changed, file: CatalogueFile, faults: FaultLog): void {
  for (const { date, codes, count } of days) {
    const kind = dayKind(calendar, date)
    if (kind === 'trading' || kind === 'unknown') continue
    const names = `${codes.join(', ')}${count > codes.length ? ` and ${count - codes.length} more` : ''}`
    const remedy = `The store has rows of ${market} on ${date} (${names}): withdraw them first, or correct the calendar.`
    faults.add({ column: cellOf(file, market, date), value: date, rule: 'catalogue-contradiction', remedy })
  }
}

/** Returns the path of the row that closes the day: its closure, or the market with another calendar. */
function cellOf({ closures, markets }: CatalogueFile, market: string, date: string): string | null {
  const closure = closures.findIndex((each) => each.date === date)
  if (closure !== -1) return `closures[${closure}].date`
  const named = markets.findIndex(({ code }) => code === market)
  return named === -1 ? null : `markets[${named}].calendar`
}

/** Returns the days between a market's first and last row that are trading days now, were not before, and have no row. */
function missingDays({ market, known, calendar, days }: Changed & { known: TradingCalendar }): Warning[] {
  const [first, last] = [days[0]?.date, days.at(-1)?.date]
  if (first === undefined || last === undefined) return []
  const there = new Set(days.map(({ date }) => date))
  return tradingDays(calendar, first, last)
    .filter((date) => !there.has(date) && dayKind(known, date) !== 'trading')
    .map((date) => ({
      rule: 'gap-of-trading-days',
      series: market,
      column: null,
      from: date,
      to: date,
      detail: 'It is a trading day of the market now, and no series has a row on it.',
    }))
}

const dayRow = z.object({ date: z.iso.date(), codes: z.array(z.string()), count: z.int() })

/** Reads the days with rows of any kind of a market's series, ascending. */
async function readDays(query: Query, market: string): Promise<StoredDay[]> {
  const ofKinds = KINDS.map((kind) => {
    const { table, codeColumn, section } = RETURN_KINDS[kind]
    const series = SERIES_TABLES[section]
    return `
      select date, code from ${series} join ${table} on ${codeColumn} = code
      where market_code = $1 and until_version = ${STILL_TRUE}`
  })
  const rows = await query(
    `
    select to_char(date, 'YYYY-MM-DD') as date, (array_agg(distinct code order by code))[1:${NAMED_MAX}] as codes,
           count(distinct code)::int as count
    from (${ofKinds.join(' union all ')}) as known
    group by date
    order by known.date`,
    [market],
  )
  return z.array(dayRow).parse(rows)
}
