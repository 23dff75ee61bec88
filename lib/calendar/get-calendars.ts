import { LRUCache } from 'lru-cache'
import { getVersionStamp } from '@/lib/db/queries/versions/get-version-stamp'
import { storeAsOf } from '@/lib/db/store-as-of'
import { readCalendars } from './read-calendars'
import type { TradingCalendar } from './trading-calendar'

type Calendars = ReadonlyMap<string, TradingCalendar>

/** Data versions whose calendars are kept; one has some thousand closures. */
const KEPT_MAX = 20

/**
 * Returns the calendar of every market as of a data version, by code. They are read once for each version: the stamp
 * distinguishes it from the same number in another store. They are those of all markets, in every scope: closures are of
 * exchanges, and say nothing of series.
 * @param version its number; the calendars of a number without a load are read anew
 * @param stamp the stamp of the version, when the caller knows it
 */
export async function getCalendars({ version, stamp }: { version: number; stamp?: string }): Promise<Calendars> {
  const known = stamp ?? (await getVersionStamp(version))
  if (known === null) return read(version)
  return (await kept.fetch(`${version}.${known}`, { context: version })) ?? read(version)
}

const kept = new LRUCache<string, Calendars, number>({
  max: KEPT_MAX,
  fetchMethod: (_key, _stale, { context: version }) => read(version),
  ignoreFetchAbort: true,
})

function read(version: number): Promise<Calendars> {
  return readCalendars((statement, parameters) => storeAsOf(version).$queryRawUnsafe(statement, ...parameters), version)
}
