import type { SeriesHistory } from '@/lib/analysis/history'
import type { Span } from '@/lib/analysis/trading-windows'
import { weeklyDistribution } from '@/lib/analysis/weekly-distribution'
import type { Convention } from '@/lib/base/convention'
import type { DistributionRows } from '@/lib/figures/figure'
import type { Translator } from '@/lib/messages/translate'

/** A period's weekly returns as a chart draws them; null with too few of them, or when all are the same. */
export function distributionRows(
  history: SeriesHistory,
  span: Span,
  convention: Convention,
  t: Translator,
): DistributionRows | null {
  const found = weeklyDistribution(history, span, convention)
  if (!found) return null
  const { histogram, last, percentile } = found
  const { from, width, counts } = histogram
  return {
    shape: 'distribution',
    from,
    width,
    counts,
    last: last && { ...last, label: t('seriesChart.weekTo', { end: last.end }) },
    percentile,
  }
}
