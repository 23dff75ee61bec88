import { spreadOver, weekSpreads } from '@/lib/analysis/measure'
import type { Daily, MeasuredSeries } from '@/lib/analysis/measured-series'
import { EXCLUDED_WEEKS, type SimilarPastWeek, similarWeeks } from '@/lib/analysis/similar-weeks'
import type { Span } from '@/lib/analysis/trading-windows'
import { isoWeekOf } from '@/lib/base/dates'
import { periodReturn } from '@/lib/metrics/returns/period-return'
import type { ReportInputs } from '@/lib/report/model/inputs'
import type { Followed, SimilarWeek, SimilarWeeks } from '@/lib/report/model/similar-weeks'
import type { SummaryParts } from './build-summary'
import { universeAverage } from './market-line'

const SHOWN_WEEKS = 5

/**
 * Returns the earlier weeks in which the factors moved most like in this one, and what followed. Only days up to the as-of
 * date count. A report of many factors has no daily returns of them all, so its means over four weeks are not known:
 * it returns null, as for one series.
 */
export function similarWeeksOf(inputs: ReportInputs, parts: SummaryParts): SimilarWeeks | null {
  if (inputs.many !== null || inputs.only !== null) return null
  const { factors, portfolios, context } = parts
  const { windows, convention } = context
  const ofFactors = factors.map(({ series }) => series)
  const weeks = ofFactors.map(({ primary }) => weekSpreads(primary, windows, convention))
  const { nearest, ...counts } = similarWeeks(weeks, windows, SHOWN_WEEKS)
  const universe = universeAverage(inputs, parts)
  const all = { universe, factors: ofFactors, portfolios: portfolios.map(({ series }) => series) }
  return { weeks: nearest.map((found) => weekOf(found, all, context)), ...counts }
}

interface Measured {
  universe: Daily
  factors: MeasuredSeries[]
  portfolios: MeasuredSeries[]
}

function weekOf({ week, ...found }: SimilarPastWeek, all: Measured, context: SummaryParts['context']): SimilarWeek {
  const { windows } = context
  const [own, next, last] = [week, week + 1, week + EXCLUDED_WEEKS].map((position) => windows.weeks[position])
  if (!own || !next || !last) throw new RangeError(`no ${EXCLUDED_WEEKS} weeks follow week ${week}`)
  const asOf = windows.days[own.to - 1] ?? ''
  const { year, week: isoWeek } = isoWeekOf(asOf)
  const month = { from: next.from, to: last.to }
  return {
    isoYear: year,
    isoWeek,
    asOf,
    ...found,
    nextWeek: followed(all, next, context),
    nextMonth: followed(all, month, context),
  }
}

function followed(
  { universe, factors, portfolios }: Measured,
  span: Span,
  { convention }: SummaryParts['context'],
): Followed {
  const meanOver = (series: MeasuredSeries[]) =>
    meanOf(series.map(({ primary }) => spreadOver(primary, span, convention)))
  return {
    universe: periodReturn(universe, span.from, span.to),
    longShort: meanOver(factors),
    excess: meanOver(portfolios),
  }
}

function meanOf(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}
