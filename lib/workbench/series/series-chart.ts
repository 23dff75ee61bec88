import type { SeriesHistory } from '@/lib/analysis/history'
import { cumulativeSplit } from '@/lib/analysis/leg-split'
import { type Daily, within } from '@/lib/analysis/measured-series'
import type { Span } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import { addDays } from '@/lib/base/dates'
import type { ComparisonTerms, Fall, LegRole, SeriesRows } from '@/lib/figures/figure'
import { drawdowns } from '@/lib/metrics/drawdown'
import { drawdownEpisodes } from '@/lib/metrics/drawdown-episodes'
import { navRatio } from '@/lib/metrics/nav-ratio'

/** Names of what a series' charts draw, in the language of the page. */
export interface ChartLabels extends Record<'net' | LegRole, string> {
  drawdown: string
  longPart: string
  shortPart: string
  total: string
}

/** How many of the worst falls are shaded. */
const SHADED_FALLS = 3

interface SeriesChartRequest {
  history: SeriesHistory
  /** A period with at least one day, as `periodBetween` finds it. */
  span: Span
  axis: ComparisonTerms['axis']
  legs: readonly LegRole[]
  labels: ChartLabels
}

/** Relative strength, or the excess of a portfolio, and legs beside it, rebased to the close before the period. */
export function seriesChart({ history, span, axis, legs, labels }: SeriesChartRequest): SeriesRows {
  const [leg, against] = [within(history.leg, span), within(history.against, span)]
  const net = navRatio(leg, against)
  const shown = legs.flatMap((role) => {
    const returns = history[role]
    return returns === null ? [] : [{ role, label: labels[role], values: navOf(within(returns, span)) }]
  })
  return {
    shape: 'series',
    unit: history.kind === 'factor' ? 'ratio' : 'earned',
    axis,
    dates: datesOf(history, span),
    lines: [{ role: 'net', label: labels.net, values: net }, ...shown],
    drawdown: { label: labels.drawdown, values: drawdowns(net), falls: worstFalls(net) },
  }
}

interface SplitChartRequest extends Pick<SeriesChartRequest, 'history' | 'span' | 'labels'> {
  convention: Convention
}

/** What came from the long side and what from the short side, as it grew; null for a series without benchmark. */
export function splitChart({ history, span, labels, convention }: SplitChartRequest): SeriesRows | null {
  const split = cumulativeSplit(history, span, convention)
  if (split === null) return null
  return {
    shape: 'series',
    unit: 'fraction',
    axis: 'linear',
    dates: datesOf(history, span),
    lines: [
      { role: 'net', label: labels.total, values: split.net },
      { role: 'leg', label: labels.longPart, values: split.long },
      { role: 'against', label: labels.shortPart, values: split.short },
    ],
    drawdown: null,
  }
}

/** The deepest falls of a line, the deepest first; of equals the earlier. Nothing is known after a gap. */
function worstFalls(ratios: Daily, most = SHADED_FALLS): Fall[] {
  const gap = ratios.indexOf(null)
  const known = ratios.slice(0, gap < 0 ? ratios.length : gap).filter((ratio) => ratio !== null)
  return drawdownEpisodes(known)
    .sort((a, b) => a.depth - b.depth)
    .slice(0, most)
}

/** NAV of one leg. */
function navOf(returns: Daily): Daily {
  return navRatio(
    returns,
    returns.map(() => 0),
  )
}

/** Before the first day stands the close at which the lines begin. */
function datesOf({ days }: SeriesHistory, span: Span): string[] {
  const shown = days.slice(span.from, span.to)
  const [first] = shown
  if (first === undefined) throw new RangeError('a period has at least one day')
  return [addDays(first, -1), ...shown]
}
