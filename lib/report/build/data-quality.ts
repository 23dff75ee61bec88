import { lateStart } from '@/lib/analysis/late-start'
import type { Daily, LegPair, MeasuredSeries } from '@/lib/analysis/measured-series'
import { lastKnownDay, missingDays } from '@/lib/analysis/missing-days'
import type { TradingWindows } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import { positionAfter } from '@/lib/base/dates'
import { formatPercent, formatSigned } from '@/lib/base/format'
import type { Translator } from '@/lib/messages/translate'
import { repeatedRun } from '@/lib/metrics/returns/repeated-run'
import { spread } from '@/lib/metrics/returns/spread'
import { zScore } from '@/lib/metrics/statistics/z-score'
import type { ShownRestatements } from '@/lib/report/model/inputs'
import type { DataQuality, QualityFinding } from '@/lib/report/model/report'
import { restatedFindings } from './restated'

/** Number of equal values in a row that a market does not produce by chance. */
const STALE_DAYS = 3
/** Standard deviations from the mean beyond which a day of the week is reported. */
const OUTLYING_DEVIATIONS = 6
/** Trading days before the week that its days are compared with: three years. */
const COMPARED_DAYS = 756
/** Above this number, missing days are given as a range. */
const MAX_NAMED_DAYS = 3

export interface Checked {
  series: MeasuredSeries
  name: string
}

export interface QualityContext extends ShownRestatements {
  windows: TradingWindows
  convention: Convention
  t: Translator
}

/** Returns the findings about a report's series: late, missing, stale, outlying or restated data. */
export function dataQuality(all: Checked[], context: QualityContext): DataQuality {
  const checked = all.filter(({ series }) => series.inception <= context.windows.asOf)
  const findings = checked.flatMap((one) => [
    ...late(one, context),
    ...missing(one, context),
    ...stale(one, context),
    ...outlying(one, context),
    ...restatedFindings(new Map([[one.series.code, one.name]]), context, context.t),
  ])
  return { checked: checked.length, later: all.length - checked.length, findings }
}

/** Returns a finding if the series ends before the others, or has no data after its inception. */
function late({ series, name }: Checked, { windows, t }: QualityContext): QualityFinding[] {
  const { code } = series
  const last = lastKnownDay(series, windows.days)
  if (last === lastDayOf(series, windows)) return []
  if (last === undefined) return [{ kind: 'late', code, version: null, text: t('quality.nothing', { name }) }]
  const count = windows.days.length - positionAfter(windows.days, last)
  return [{ kind: 'late', code, version: null, text: t('quality.late', { name, last, count }) }]
}

/** Returns the last trading day on which a series has to have data: the as-of date, or the end of the series before it. */
function lastDayOf({ ended }: MeasuredSeries, { days, asOf }: TradingWindows): string {
  return ended === null ? asOf : (days.findLast((day) => day <= ended) ?? asOf)
}

/**
 * Returns a finding for data that begin after the inception, and one for the missing trading days between first and last
 * day, in any year: a gap ends every cumulative line.
 */
function missing({ series, name }: Checked, { windows, t }: QualityContext): QualityFinding[] {
  const { code, inception } = series
  const last = lastKnownDay(series, windows.days)
  const dataFrom = lateStart({ inception, leg: series.primary.leg }, windows.days)
  // A history that begins with that of its market lacks no day of it.
  const isLate = dataFrom !== null && windows.days.some((day) => day >= inception && day < dataFrom)
  const begins = isLate ? [missingFinding(code, t('quality.dataFrom', { name, first: dataFrom, inception }))] : []
  const days = missingDays(series, windows.days, 0).filter(
    (day) => day >= (dataFrom ?? inception) && last !== undefined && day < last,
  )
  const [first] = days
  if (first === undefined) return begins
  const ends = { name, first, last: days.at(-1) ?? first, count: days.length }
  const dates = days.join(t('keyPoints.comma'))
  const text = days.length > MAX_NAMED_DAYS ? t('quality.missingMany', ends) : t('quality.missing', { name, dates })
  return [...begins, missingFinding(code, text)]
}

function missingFinding(code: string, text: string): QualityFinding {
  return { kind: 'missing', code, version: null, text }
}

/** Returns a finding if a leg repeats its value up to the end of the week: the feed has stopped. */
function stale({ series, name }: Checked, { windows, t }: QualityContext): QualityFinding[] {
  return legsOf(series).flatMap(({ leg, daily }) => {
    const count = repeatedRun(daily)
    if (count < STALE_DAYS) return []
    const text = t('quality.stale', { name, leg: t(`quality.leg-${leg}`), count, last: windows.asOf })
    return [{ kind: 'stale' as const, code: series.code, version: null, text }]
  })
}

/** Returns the days of the week whose spread is far from those of the three years before. */
function outlying({ series, name }: Checked, { windows, convention, t }: QualityContext): QualityFinding[] {
  const { week, days } = windows
  return pairsOf(series).flatMap(({ measure, pair }) => {
    const spreads = dailySpreads(pair, Math.max(0, week.from - COMPARED_DAYS), convention)
    const before = spreads.slice(0, spreads.length - (days.length - week.from))
    return spreads.slice(before.length).flatMap((value, index) => {
      const deviations = zScore(value, before)
      if (deviations === null || Math.abs(deviations) < OUTLYING_DEVIATIONS) return []
      const date = days[week.from + index] ?? ''
      const figures = { value: formatPercent(value), deviations: formatSigned(deviations, 1) }
      const text = t('quality.outlying', { name, date, measure: t(`quality.measure-${measure}`), ...figures })
      return [{ kind: 'outlying' as const, code: series.code, version: null, text }]
    })
  })
}

function legsOf({
  primary,
  excess,
}: MeasuredSeries): { leg: 'long' | 'short' | 'benchmark' | 'portfolio'; daily: Daily }[] {
  if (!excess) {
    return [
      { leg: 'portfolio', daily: primary.leg },
      { leg: 'benchmark', daily: primary.against },
    ]
  }
  return [
    { leg: 'long', daily: primary.leg },
    { leg: 'short', daily: primary.against },
    { leg: 'benchmark', daily: excess.against },
  ]
}

function pairsOf({
  primary,
  excess,
}: MeasuredSeries): { measure: 'longShort' | 'longExcess' | 'excess'; pair: LegPair }[] {
  if (!excess) return [{ measure: 'excess', pair: primary }]
  return [
    { measure: 'longShort', pair: primary },
    { measure: 'longExcess', pair: excess },
  ]
}

function dailySpreads({ leg, against }: LegPair, from: number, convention: Convention): Daily {
  return leg.slice(from).map((value, index) => spread(value, against[from + index] ?? null, convention))
}
