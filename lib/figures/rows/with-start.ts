import { addDays } from '@/lib/base/dates'

/** Returns days with the one before the first: its close is where lines begin. */
export function withStart(days: readonly string[]): string[] {
  const [first] = days
  return first === undefined ? [] : [addDays(first, -1), ...days]
}
