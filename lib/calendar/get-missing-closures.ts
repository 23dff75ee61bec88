import { marketsInScope } from '@/lib/db/queries/scope/codes-in-scope'
import { getCalendars } from './get-calendars'
import { marketsWithout } from './missing-closures'

interface Asked {
  version: number
  /** Stamp of the version, which distinguishes stores. */
  stamp: string
  year: string
}

/** Returns the codes of markets of the current scope whose closures of a year are missing as of a data version, in order. */
export async function getMissingClosures({ version, stamp, year }: Asked): Promise<string[]> {
  const [calendars, isKnown] = await Promise.all([getCalendars({ version, stamp }), marketsInScope(version)])
  return marketsWithout(year, calendars).filter(isKnown)
}
