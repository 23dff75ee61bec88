import { type Comparison, compareSeries, lineDifference, pairCorrelation } from '@/lib/analysis/comparison'
import type { Convention } from '@/lib/base/convention'
import { addDays } from '@/lib/base/dates'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { getVersionStamp } from '@/lib/db/queries/get-version-stamp'
import type { ComparisonTerms, FigureRequest, FigureRows, LineRows, LinesRows } from '@/lib/figures/figure'
import { translatorFor } from '@/lib/messages/translate'
import { shortNameOf } from '@/lib/report/model/inputs'
import { getSeriesHistories } from '@/lib/workbench/series/get-series-histories'

/**
 * The rows of a comparison's figure, as the store held them at the request's version.
 * @returns null when there is no such version or series, or when the terms are not exactly the days that all have
 */
export async function getComparisonRows(request: FigureRequest): Promise<FigureRows | null> {
  const { kind, code, version, stamp, asOf, locale, convention, terms } = request
  const codes = code.split(',')
  if (!terms || asOf !== terms.to || (await getVersionStamp(version)) !== stamp) return null
  const [catalogue, histories] = await Promise.all([
    getLocalisedCatalogue({ version, locale }),
    getSeriesHistories({ version, codes, asOf }),
  ])
  if (histories.length !== codes.length) return null
  const comparison = compareSeries(histories, terms, convention)
  if (comparison?.days[0] !== terms.from || comparison.days.at(-1) !== terms.to) return null
  const labels = codes.map((each) => shortNameOf(each, catalogue))
  if (kind === 'comparison') return linesRows(comparison, labels, terms.axis)
  const label = translatorFor(locale)(`figures.${kind === 'pair-correlation' ? 'correlation' : 'pair-difference'}`)
  return kind === 'pair-correlation'
    ? correlationRows(comparison, label)
    : differenceRows(comparison, convention, label)
}

function linesRows(comparison: Comparison, labels: string[], axis: ComparisonTerms['axis']): LinesRows {
  const lines = comparison.lines.map(({ code, ratio }, place) => ({
    code,
    label: labels[place] ?? code,
    values: ratio,
  }))
  return { shape: 'lines', axis, dates: withStart(comparison.days), lines }
}

/** What two lines have earned more, or less, than each other since their common start. */
function differenceRows({ days, lines }: Comparison, convention: Convention, label: string): LineRows | null {
  const [a, b] = lines
  if (!a || !b) return null
  const values = lineDifference(a.ratio, b.ratio, convention)
  return { shape: 'line', measure: 'cumulative-excess', label, dates: withStart(days), values }
}

/** null when no window of weeks is whole. */
function correlationRows({ weeks, weekly }: Comparison, label: string): LineRows | null {
  const [a, b] = weekly
  if (!a || !b) return null
  const values = pairCorrelation(a, b)
  if (values.every((value) => value === null)) return null
  return { shape: 'line', measure: 'correlation', label, dates: withStart(weeks), values: [null, ...values] }
}

/** Before the first day stands the close at which the lines begin. */
function withStart(days: readonly string[]): string[] {
  const [first] = days
  return first === undefined ? [] : [addDays(first, -1), ...days]
}
