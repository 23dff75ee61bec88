import type { SeriesHistory } from '@/lib/analysis/history'
import { windowSpans } from '@/lib/analysis/trading-windows'
import type { Locale } from '@/lib/base/locale'
import type { WindowKind } from '@/lib/base/window-kind'
import { getContributions } from '@/lib/db/queries/get-contributions'
import { getLocalisedComponents } from '@/lib/db/queries/get-localised-components'
import type { KnownContributions } from './contribution-table'

/** Returns the first day of the windows of a report as of the last of some days, ISO date; undefined without days. */
export function contributionsFrom(days: readonly string[], kind: WindowKind = 'week'): string | undefined {
  return days[Math.min(...windowSpans(days, kind).map(({ from }) => from))]
}

/**
 * Returns the contributions of a portfolio in the week, the month and the year of the last day of its history; null when no
 * day of them has any.
 */
export async function getKnownContributions(
  history: SeriesHistory,
  { version, locale }: { version: number; locale: Locale },
): Promise<KnownContributions | null> {
  const { code, days } = history
  const [first, last] = [contributionsFrom(days), days.at(-1)]
  if (first === undefined || last === undefined) return null
  const [own] = await getContributions({ version, codes: [code], from: first, to: last })
  return own === undefined ? null : { days: own.days, components: await getLocalisedComponents({ version, locale }) }
}
