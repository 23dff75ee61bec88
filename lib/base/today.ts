import { isIsoDate } from './dates'

const SHANGHAI_AHEAD_OF_UTC_MS = 8 * 3_600_000

/**
 * Returns today's date in Shanghai, ISO. The variable FACTOR_WEEKLY_TODAY replaces it, for tests with a moved clock.
 * @throws RangeError when that variable is not a date
 */
export function today(): string {
  const given = process.env.FACTOR_WEEKLY_TODAY
  if (given === undefined || given === '')
    return new Date(Date.now() + SHANGHAI_AHEAD_OF_UTC_MS).toISOString().slice(0, 10)
  if (!isIsoDate(given)) throw new RangeError(`FACTOR_WEEKLY_TODAY must be a date as YYYY-MM-DD, not "${given}"`)
  return given
}
