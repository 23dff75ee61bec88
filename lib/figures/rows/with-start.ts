import { addDays } from '@/lib/base/dates'

/** Returns the days with the trading day before the first, whose close is the start of the lines. */
export function withStart(days: readonly string[]): string[] {
  const [first] = days
  return first === undefined ? [] : [addDays(first, -1), ...days]
}
