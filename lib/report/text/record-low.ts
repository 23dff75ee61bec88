import type { LineClose, LineHistory } from '@/lib/analysis/line-history'
import { signOf } from '@/lib/base/format'

/**
 * Returns the deepest close of the running week if no day since inception had a deeper drawdown; null when one had, and
 * for fewer than `leastPast` past weeks.
 */
export function recordLow({ weeks }: LineHistory, leastPast: number): LineClose | null {
  const low = weeks.at(-1)?.low
  if (!low || weeks.length - 1 < leastPast || signOf(low.drawdown) !== 'down') return null
  return weeks.slice(0, -1).every((week) => week.low.drawdown > low.drawdown) ? low : null
}
