import { spreadOver, weekSpreads } from '@/lib/analysis/measure'
import { SHOWN_WEEKS, type SimilarPastWeek, similarWeeks, spansAfter } from '@/lib/analysis/similar-weeks'
import type { Span } from '@/lib/analysis/trading-windows'
import { isoWeekOf } from '@/lib/base/dates'
import { periodReturn } from '@/lib/metrics/returns/period-return'
import { meanOfKnown } from '@/lib/metrics/statistics/mean-of-known'
import type { ReportInputs, SimilarPastWeeks } from '@/lib/report/model/inputs'
import type { Followed, SimilarWeek, SimilarWeeks } from '@/lib/report/model/similar-weeks'
import type { SummaryParts } from './build-summary'
import { universeAverage } from './market-line'

/**
 * Returns the earlier weeks in which the factors moved most like in this one, and what followed. Only days up to the as-of
 * date count. Of many factors, the inputs have the comparison. null for one series, for a page of a family and in an issue.
 */
export function similarWeeksOf(inputs: ReportInputs, parts: SummaryParts): SimilarWeeks | null {
  const { many, only, window } = inputs
  if (window !== 'week') return null
  const similar = many === null ? similarOfFew(parts) : many.similar
  if (similar === null || only !== null) return null
  const { portfolios, context } = parts
  const { windows, convention } = context
  const universe = universeAverage(inputs, parts)
  const followed = (span: Span, longShort: number | null): Followed => ({
    universe: periodReturn(universe, span.from, span.to),
    longShort,
    excess: meanOfKnown(portfolios.map(({ series }) => spreadOver(series.primary, span, convention))),
  })
  const { nearest, ...counts } = similar
  return {
    ...counts,
    weeks: nearest.map(({ week, nextWeek, nextMonth, ...found }): SimilarWeek => {
      const asOf = windows.days[(windows.weeks[week]?.to ?? 0) - 1] ?? ''
      const { year, week: isoWeek } = isoWeekOf(asOf)
      const after = spansAfter(week, windows)
      return {
        ...{ isoYear: year, isoWeek, asOf, ...found },
        nextWeek: followed(after.nextWeek, nextWeek),
        nextMonth: followed(after.nextMonth, nextMonth),
      }
    }),
  }
}

/** Returns the comparison of a week whose factors all have their daily returns. */
function similarOfFew({ factors, context }: SummaryParts): SimilarPastWeeks {
  const { windows, convention } = context
  const weeks = factors.map(({ series }) => weekSpreads(series.primary, windows, convention))
  const { nearest, ...counts } = similarWeeks(weeks, windows, SHOWN_WEEKS)
  const meanOver = (span: Span) =>
    meanOfKnown(factors.map(({ series }) => spreadOver(series.primary, span, convention)))
  return {
    ...counts,
    nearest: nearest.map((found: SimilarPastWeek) => {
      const { nextWeek, nextMonth } = spansAfter(found.week, windows)
      return { ...found, nextWeek: meanOver(nextWeek), nextMonth: meanOver(nextMonth) }
    }),
  }
}
