import type { SeriesKind } from '@/lib/analysis/history'
import type { Translator } from '@/lib/messages/translate'
import type { ChartLabels } from './series-chart'

/** Names of the lines of a factor's or portfolio's charts. */
export function chartLabels(kind: SeriesKind, t: Translator): ChartLabels {
  const isFactor = kind === 'factor'
  return {
    net: t(isFactor ? 'seriesChart.longShort' : 'seriesChart.excess'),
    leg: t(isFactor ? 'seriesChart.long' : 'seriesChart.portfolio'),
    against: t(isFactor ? 'seriesChart.short' : 'seriesChart.index'),
    benchmark: t('seriesChart.benchmark'),
    drawdown: t('seriesChart.drawdown'),
    longPart: t('series.longPart'),
    shortPart: t('series.shortPart'),
    total: t('series.net'),
  }
}
