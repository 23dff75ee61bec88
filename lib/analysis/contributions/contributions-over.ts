import type { SeriesHistory } from '@/lib/analysis/history'
import { spreadOver } from '@/lib/analysis/measure'
import { within } from '@/lib/analysis/measured-series'
import type { Span } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import type { Contribution, ContributionDay } from '@/lib/db/queries/get-contributions'
import { linkContributions } from '@/lib/metrics/returns/link-contributions'

/** What the excess of a window comes from. */
export interface WindowContributions {
  /** First and last trading day of the window, ISO dates. */
  from: string
  to: string
  /** The window figure of the portfolio, by the convention; null when a day has no return. */
  excess: number | null
  /** They add up to the excess without a rest; empty when they have no value. */
  parts: Contribution[]
  /** Why they have no value; null when they have one. */
  missing: MissingContributions | null
}

export interface MissingContributions {
  /** Days without contributions or returns, or a day whose contributions do not add up to its excess as of this version. */
  reason: 'contributions' | 'returns' | 'sum'
  /** Number of such days, and the first of them, ISO date; of the sum, the days of the window and its first. */
  count: number
  first: string
}

/**
 * Returns the contributions of a window, linked over its days (`linkContributions`), in no particular order. A component
 * that some days of the window lack contributed nothing on these days.
 * @param known the portfolio's days with contributions, oldest first
 * @param span a window in the days of the history, at least one day
 */
export function contributionsOver(
  history: SeriesHistory,
  known: readonly ContributionDay[],
  span: Span,
  convention: Convention,
): WindowContributions {
  const dates = history.days.slice(span.from, span.to)
  const [from = '', to = ''] = [dates[0], dates.at(-1)]
  const window = { from, to, excess: spreadOver(history, span, convention) }
  const byDate = new Map(known.map(({ date, parts }) => [date, parts]))
  const days = dates.map((date) => byDate.get(date) ?? null)
  const missing =
    missingOn(dates, 'contributions', (at) => days[at] === null) ??
    missingOn(dates, 'returns', (at) => {
      const position = span.from + at
      return history.leg[position] == null || history.against[position] == null
    })
  if (missing !== null) return { ...window, parts: [], missing }
  const named = new Map(days.flatMap((parts) => (parts ?? []).map((part) => [keyOf(part), part])))
  const values = [...named.keys()].map((key) => days.map((parts) => valueOn(parts ?? [], key)))
  const legs = [history.leg, history.against].map((daily) => within(daily, span))
  const linked = linkContributions(values, legs[0] ?? [], legs[1] ?? [], convention)
  if (linked === null) return { ...window, parts: [], missing: { reason: 'sum', count: dates.length, first: from } }
  return {
    ...window,
    parts: [...named.values()].map((part, index) => ({ ...part, value: linked[index] as number })),
    missing: null,
  }
}

function missingOn(
  dates: readonly string[],
  reason: MissingContributions['reason'],
  lacks: (at: number) => boolean,
): MissingContributions | null {
  const lacking = dates.filter((_, at) => lacks(at))
  const [first] = lacking
  return first === undefined ? null : { reason, count: lacking.length, first }
}

function keyOf({ group, component }: Pick<Contribution, 'group' | 'component'>): string {
  return component === null ? group : `${group}/${component}`
}

/** Returns a component's contribution on a day; a day without it has it complete in its other components. */
function valueOn(parts: readonly Contribution[], key: string): number {
  return parts.find((part) => keyOf(part) === key)?.value ?? 0
}
