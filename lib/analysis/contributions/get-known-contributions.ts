import type { SeriesHistory } from '@/lib/analysis/history'
import { lastRun, type Span } from '@/lib/analysis/trading-windows'
import { mondayOf, monthOf, yearOf } from '@/lib/base/dates'
import type { Locale } from '@/lib/base/locale'
import { getContributions } from '@/lib/db/queries/get-contributions'
import { getLocalisedComponents } from '@/lib/db/queries/get-localised-components'
import type { KnownContributions } from './contribution-table'

/** Returns the week, the month and the year of the last of some days. */
export function contributionSpans(days: readonly string[]): [week: Span, month: Span, year: Span] {
  return [lastRun(days, mondayOf), lastRun(days, monthOf), lastRun(days, yearOf)]
}

/** Returns the first day of these windows, ISO date; undefined without days. */
export function contributionsFrom(days: readonly string[]): string | undefined {
  return days[Math.min(...contributionSpans(days).map(({ from }) => from))]
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
