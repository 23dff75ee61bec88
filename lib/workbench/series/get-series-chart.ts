import type { SeriesHistory } from '@/lib/analysis/history'
import { periodBetween } from '@/lib/analysis/periods'
import { getFactorQuality } from '@/lib/db/queries/get-factor-quality'
import { getVersionStamp } from '@/lib/db/queries/get-version-stamp'
import type { DistributionRows, FigureKind, FigureRequest, QualityRows, SeriesRows } from '@/lib/figures/figure'
import { translatorFor } from '@/lib/messages/translate'
import { chartLabels } from './chart-labels'
import { distributionRows } from './distribution-rows'
import { getSeriesHistory } from './get-series-histories'
import { qualityRows } from './quality-rows'
import { seriesChart, splitChart } from './series-chart'

type Shown = Pick<FigureRequest, 'version' | 'stamp' | 'code' | 'asOf'>

/** A history as the store held it at a version; null when there is no such version, series, or week ending on `asOf`. */
async function getStampedHistory({ version, stamp, code, asOf }: Shown): Promise<SeriesHistory | null> {
  if ((await getVersionStamp(version)) !== stamp) return null
  const history = await getSeriesHistory({ version, code, asOf })
  return history?.days.at(-1) === asOf ? history : null
}

const SERIES_KINDS: readonly FigureKind[] = ['series-chart', 'leg-split', 'distribution', 'ic']

/** Is it a figure of one series over a period? */
export function isSeriesChart(kind: FigureKind): boolean {
  return SERIES_KINDS.includes(kind)
}

/**
 * The rows of a figure of one series over a period.
 * @returns null when there is no such series, or when the terms are not exactly trading days of its life
 */
export async function getSeriesChart(
  request: FigureRequest,
): Promise<SeriesRows | DistributionRows | QualityRows | null> {
  const { terms, kind, locale, convention } = request
  const history = terms ? await getStampedHistory(request) : null
  const span = history && terms ? periodBetween(history, terms.from, terms.to) : null
  if (!history || !terms || !span) return null
  if (history.days[span.from] !== terms.from || history.days[span.to - 1] !== terms.to) return null
  const t = translatorFor(locale)
  if (kind === 'ic') return qualityRows(await getFactorQuality({ ...request, to: terms.to }), terms, t)
  if (kind === 'distribution') return distributionRows(history, span, convention, t)
  const labels = chartLabels(history.kind, t)
  if (kind === 'leg-split') return splitChart({ history, span, labels, convention })
  return seriesChart({ history, span, labels, axis: terms.axis, legs: terms.legs ?? [] })
}
