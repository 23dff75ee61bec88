import { formatPercentInText, wholePercent } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import { compactMarket, type MarketBenchmark } from '@/lib/report/model/market-line'
import type { Report } from '@/lib/report/model/report'

/** Writes the market line in words: a sentence for each benchmark, and one about those that are left out. */
export function marketTexts(report: Pick<Report, 'market' | 'labels' | 'locale' | 'window'>): string[] {
  const t = translatorFor(report.locale, report.window)
  const { shown, others } = compactMarket(report.market)
  const sentences = shown.flatMap((benchmark) => [
    benchmarkText(benchmark, report),
    ...(benchmark.note === null ? [] : [benchmark.note]),
  ])
  return others === 0 ? sentences : [...sentences, t('market.others', { count: others })]
}

function benchmarkText(
  { name, returns }: MarketBenchmark,
  { labels, locale, window }: Pick<Report, 'labels' | 'locale' | 'window'>,
): string {
  const { week, month, year } = returns
  return translatorFor(locale, window)('market.line', {
    name,
    weekValue: formatPercentInText(week.value),
    hasPercentile: week.percentile === null ? 'no' : 'yes',
    percent: wholePercent(week.percentile ?? 0),
    month: labels.month,
    monthValue: formatPercentInText(month.value),
    year: labels.year,
    yearValue: formatPercentInText(year.value),
  })
}
