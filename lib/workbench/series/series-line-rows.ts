import type { SeriesHistory } from '@/lib/analysis/history'
import type { Daily } from '@/lib/analysis/measured-series'
import { rollingLines } from '@/lib/analysis/rolling'
import type { Convention } from '@/lib/base/convention'
import { addDays } from '@/lib/base/dates'
import { getVersionStamp } from '@/lib/db/queries/get-version-stamp'
import type { FigureKind, FigureRequest, LineRows, OutlineKind, RollingKind } from '@/lib/figures/figure'
import { translatorFor } from '@/lib/messages/translate'
import { drawdowns } from '@/lib/metrics/drawdown'
import { navRatio } from '@/lib/metrics/nav-ratio'
import { getSeriesHistory } from './get-series-histories'

/** Kinds of figure that are computed from one history. */
export type SeriesLineKind = RollingKind | Exclude<OutlineKind, 'outline'>

const MEASURES: Record<SeriesLineKind, LineRows['measure']> = {
  'outline-drawdown': 'drawdown',
  'outline-return': 'rolling-return',
  'rolling-return': 'rolling-return',
  'rolling-volatility': 'rolling-volatility',
  'rolling-ratio': 'rolling-ratio',
}

export function isSeriesLine(kind: FigureKind): kind is SeriesLineKind {
  return Object.hasOwn(MEASURES, kind)
}

/**
 * The rows of a line of one series, as the store held them at the request's version.
 * @returns null when there is no such version or series, no week ending on `asOf`, or nothing to draw yet
 */
export async function getSeriesLineRows(
  kind: SeriesLineKind,
  { version, stamp, code, asOf, locale, convention }: FigureRequest,
): Promise<LineRows | null> {
  if ((await getVersionStamp(version)) !== stamp) return null
  const history = await getSeriesHistory({ version, code, asOf })
  if (history?.days.at(-1) !== asOf) return null
  const measure = MEASURES[kind]
  return seriesLine(history, measure, convention, translatorFor(locale)(`figures.${measure}`))
}

/** Drawdown since inception, or a figure of the year that ends with each day from the first whole one on; null where there is none. */
export function seriesLine(
  history: SeriesHistory,
  measure: LineRows['measure'],
  convention: Convention,
  label: string,
): LineRows | null {
  const { days, start } = history
  const values =
    measure === 'drawdown' ? depthsOf(history) : [null, ...rollingOf(history, measure, convention).slice(start)]
  const first = values.findIndex((value) => value !== null)
  const [firstDay] = days.slice(start)
  if (first < 0 || firstDay === undefined) return null
  const dates = [addDays(firstDay, -1), ...days.slice(start)]
  return { shape: 'line', measure, label, dates: dates.slice(first), values: values.slice(first) }
}

/** Of the NAV ratio since inception, beginning with the close before it. */
function depthsOf({ leg, against, start }: SeriesHistory): Daily {
  return drawdowns(navRatio(leg.slice(start), against.slice(start)))
}

function rollingOf(history: SeriesHistory, measure: LineRows['measure'], convention: Convention): Daily {
  const { volatility, returnToRisk, twelveMonths } = rollingLines(history, convention)
  if (measure === 'rolling-volatility') return volatility
  return measure === 'rolling-ratio' ? returnToRisk : twelveMonths
}
