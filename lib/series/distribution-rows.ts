import type { DistributionRows } from '@/lib/report/figure'
import type { Span } from '@/lib/report/trading-windows'
import type { Translator } from '@/lib/translate'
import type { Convention } from '@/lib/view'
import type { SeriesHistory } from './history'
import { weeklyDistribution } from './weekly-distribution'

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
