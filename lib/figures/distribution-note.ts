import { formatPercent, formatPercentInText, wholePercent } from '@/lib/base/format'
import type { Translator } from '@/lib/messages/translate'
import type { DistributionRows } from './figure'
/** How many weeks, how wide the bins, and where the last week stands. */
export function distributionNote({ counts, width, last, percentile }: DistributionRows, t: Translator): string {
  const count = counts.reduce((sum, weeks) => sum + weeks, 0)
  const says = last
    ? t('series.distributionSays', {
        count,
        width: formatPercent(width, 1).slice(1),
        end: last.end,
        value: formatPercentInText(last.value),
      })
    : t('series.distributionSaysNoWeek', { count })
  if (percentile === null) return says
  return t('seriesChart.both', { says, more: t('series.above', { share: wholePercent(percentile) }) })
}
