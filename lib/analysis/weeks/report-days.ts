import { LRUCache } from 'lru-cache'
import { mondayOf, yearOf } from '@/lib/base/dates'
import { getCalendars } from '@/lib/calendar/get-calendars'
import { countedDays, NO_CALENDAR, type TradingCalendar, unknownYears } from '@/lib/calendar/trading-calendar'
import { findStamp } from '@/lib/db/latest-version'
import { type DataRange, getDataRange } from '@/lib/db/queries/get-data-range'
import { getObservedDays } from '@/lib/db/queries/get-observed-days'
import { currentScope } from '@/lib/scope/current-scope'
import { scopeHash } from '@/lib/scope/read-scope'

export interface ReportDays {
  market: string
  /** Codes of all markets of the current scope with data, in order; the first is the default market. */
  markets: string[]
  /** First and last date with data. */
  first: string
  last: string
  /** Trading days from `first` to `last`, which a report can cover. */
  reported: string[]
  /**
   * `reported`, and before them the days of the week in which the first year begins, so that every window is complete.
   */
  days: string[]
  /** Years of `reported` whose closures are not known: the days in the market's data are then its trading days. */
  provisionalYears: string[]
}

/**
 * Returns the trading days that reports of a market can cover, as of a data version: those of its calendar, and in years
 * whose closures are not known those in its data.
 * @param market its code; the first one with data when not given
 * @returns null when the market, or the whole store, has no data; cached, so it must not be changed
 */
export async function getReportDays(version: number, market?: string): Promise<ReportDays | null> {
  const stamp = await findStamp(version)
  if (stamp === null) return readDays(version, market)
  const key = [version, stamp, market ?? '', scopeHash(currentScope())].join(' ')
  return (await kept.fetch(key, { context: { version, market } })) ?? null
}

/** Days by version, stamp, market and scope: a history of 95 years has 26,000 of them. */
const kept = new LRUCache<string, ReportDays, { version: number; market: string | undefined }>({
  max: 24,
  fetchMethod: async (_key, _stale, { context: { version, market } }) => (await readDays(version, market)) ?? undefined,
  ignoreFetchAbort: true,
})

async function readDays(version: number, market: string | undefined): Promise<ReportDays | null> {
  const [ranges, calendars] = await Promise.all([getDataRange({ version }), getCalendars({ version })])
  const range = market === undefined ? ranges[0] : ranges.find((candidate) => candidate.market === market)
  if (!range) return null
  const calendar = calendars.get(range.market) ?? NO_CALENDAR
  const provisionalYears = unknownYears(calendar, range.first, range.last)
  const observed = provisionalYears.length === 0 ? [] : await getObservedDays({ version, market: range.market })
  const days = daysOf(range, calendar, observed)
  const reported = days.filter((day) => day >= range.first)
  return { ...range, markets: ranges.map((each) => each.market), days, reported, provisionalYears }
}

/**
 * Returns the days up to the last one with data. Data that begin with the first trading day of a year have their first
 * week from there on, as a series has that begins on a Monday.
 */
function daysOf({ first, last }: DataRange, calendar: TradingCalendar, observed: string[]): string[] {
  const newYear = `${yearOf(first)}-01-01`
  const ofYear = countedDays(calendar, { from: newYear, to: last, observed })
  if (ofYear[0] === first) return ofYear
  const ofWeek = countedDays(calendar, { from: mondayOf(newYear), to: newYear, observed }).filter(
    (day) => day < newYear,
  )
  return [...ofWeek, ...ofYear]
}
