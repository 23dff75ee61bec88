import { signOf } from '@/lib/base/format'
import { signedStreaks } from '@/lib/metrics/returns/signed-streaks'

/** A turn is worth a sentence after at least this many weeks in a row. */
const MIN_WEEKS = 5

/**
 * Returns how many weeks in a row on the other side this week has ended.
 * @param spreads of the weeks before, decimal fractions, oldest first; null where a week has none
 * @param now this week, decimal fraction
 * @returns five or more; null for fewer, and for a week that prints 0.00
 */
export function brokenStreak(spreads: readonly (number | null)[], now: number | null): number | null {
  const streak = signedStreaks(spreads).at(-1) ?? null
  const side = signOf(now)
  if (streak === null || Math.abs(streak) < MIN_WEEKS || side === 'none') return null
  return side === (streak > 0 ? 'down' : 'up') ? Math.abs(streak) : null
}
