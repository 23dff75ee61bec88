import type { SeriesHistory } from '@/lib/analysis/history'
import { lineOver, lineReturn, lineReturnPerYear, lineReturns } from '@/lib/analysis/line'
import { spreadOver } from '@/lib/analysis/measure'
import { type Daily, within } from '@/lib/analysis/measured-series'
import { countedRuns, type RunUnit } from '@/lib/analysis/periods'
import type { Span } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import { extremes } from '@/lib/metrics/returns/extremes'
import { winRate } from '@/lib/metrics/returns/win-rate'
import { annualisedVolatility } from '@/lib/metrics/risk/annualised-volatility'
import { currentDrawdown } from '@/lib/metrics/risk/current-drawdown'
import { maximumDrawdown } from '@/lib/metrics/risk/maximum-drawdown'
import { returnToRisk } from '@/lib/metrics/risk/return-to-risk'
import { skewness } from '@/lib/metrics/statistics/skewness'
import { tStatistic } from '@/lib/metrics/statistics/t-statistic'
import { type Interval, wilsonInterval } from '@/lib/metrics/statistics/wilson-interval'
import { type AgainstIndex, againstIndex } from './against-index'

/** Why there is no value: missing days, too few observations, less than a year, or no variation. */
type Absence = 'gap' | 'few' | 'short' | 'still'

/** A figure and its number of observations. */
interface Statistic {
  value: number | null
  /** Number of days, weeks or months. */
  count: number
  /** Set exactly when there is no value. */
  absence: Absence | null
}

/** A fall from a peak, with its dates. */
interface DatedDrawdown {
  depth: number
  /** Closes: the last at the peak, the first at the lowest point, the first back at the peak (null: not yet). */
  peak: string
  trough: string
  recovery: string | null
  /** Trading days from the peak to the recovery, or to the period's end. */
  days: number
}

interface HitRate {
  wins: number
  periods: number
  /** Wilson's interval at 95 %; null without periods. */
  interval: Interval | null
}

/** The best and the worst of a period's weeks or months. */
interface DatedExtremes {
  best: DatedValue
  worst: DatedValue
  count: number
}

interface DatedValue {
  value: number
  /** Last trading day of the week or month. */
  end: string
}

/**
 * Statistics of one series over a period. Returns, risk and drawdowns are line figures: of the NAV ratio of its legs,
 * under both conventions. Hit rates and extremes are made of window figures of days, weeks and months.
 */
export interface PeriodStatistics {
  /** First and last trading day. */
  from: string
  to: string
  /** Number of trading days in the period, and of those without data. */
  days: number
  missing: number
  /** The end of the line minus 1. */
  periodReturn: Statistic
  annualisedReturn: Statistic
  volatility: Statistic
  returnToRisk: Statistic
  tStatistic: Statistic
  /** Of daily returns of the line. */
  skewness: Statistic
  /** Of the NAV ratio, rebased to the period's start; null where a day is missing. */
  maximumDrawdown: DatedDrawdown | null
  /** At the period's end. */
  currentDrawdown: { depth: number; since: string; days: number } | null
  hits: { day: HitRate; week: HitRate; month: HitRate }
  weeks: DatedExtremes | null
  months: DatedExtremes | null
  /** Of a portfolio; null for a factor. */
  index: AgainstIndex | null
}

/**
 * Computes every statistic of a period. The convention matters for the extremes alone: signs are the same under both.
 * @param span a period with at least one day, from `periodBetween`
 */
export function periodStatistics(history: SeriesHistory, span: Span, convention: Convention): PeriodStatistics {
  const daily = within(lineReturns(history), span)
  const known = daily.filter((value) => value !== null)
  const hasGap = known.length < daily.length
  const [weeks, months] = [valuesOf(history, span, 'week', convention), valuesOf(history, span, 'month', convention)]
  return {
    from: history.days[span.from] as string,
    to: history.days[span.to - 1] as string,
    days: daily.length,
    missing: daily.length - known.length,
    periodReturn: statistic(lineReturn(history, span), daily.length, 'gap'),
    annualisedReturn: statistic(lineReturnPerYear(history, history, span), daily.length, hasGap ? 'gap' : 'short'),
    ...riskStatistics(history, span),
    tStatistic: statistic(tStatistic(daily), known.length, fewOf(known, 2)),
    skewness: statistic(skewness(daily), known.length, fewOf(known, 3)),
    hits: {
      day: hitRate(daily),
      week: hitRate(weeks.map(({ value }) => value)),
      month: hitRate(months.map(({ value }) => value)),
    },
    weeks: extremesOf(weeks),
    months: extremesOf(months),
    index: againstIndex(history, span),
  }
}

type RiskStatistics = Pick<PeriodStatistics, 'volatility' | 'returnToRisk' | 'maximumDrawdown' | 'currentDrawdown'>

/** Computes the risk statistics of a period alone, in a third of the time of all of them. */
export function riskStatistics(history: SeriesHistory, span: Span): RiskStatistics {
  const daily = within(lineReturns(history), span)
  const known = daily.filter((value) => value !== null)
  return {
    volatility: statistic(annualisedVolatility(daily, history.daysPerYear), known.length, 'few'),
    returnToRisk: statistic(returnToRisk(daily, history.daysPerYear), known.length, fewOf(known, 2)),
    ...drawdownsOf(history, span),
  }
}

/** Returns why a statistic of at least some days has no value. */
function fewOf(known: readonly number[], least: number): Absence {
  return known.length < least ? 'few' : 'still'
}

/** Returns the window figures of the weeks or months in a period, oldest first. */
export function valuesOf(
  history: SeriesHistory,
  span: Span,
  unit: RunUnit,
  convention: Convention,
): { value: number | null; end: string }[] {
  return countedRuns(history, span, unit).map((run) => ({
    value: spreadOver(history, run, convention),
    end: history.days[run.to - 1] as string,
  }))
}

function statistic(value: number | null, count: number, absence: Absence): Statistic {
  return { value, count, absence: value === null ? absence : null }
}

function hitRate(values: Daily): HitRate {
  const { wins, periods } = winRate(values)
  return { wins, periods, interval: wilsonInterval(wins, periods) }
}

function extremesOf(values: { value: number | null; end: string }[]): DatedExtremes | null {
  const found = extremes(values.map(({ value }) => value))
  const [best, worst] = [values[found?.best ?? -1], values[found?.worst ?? -1]]
  if (!best || !worst || best.value === null || worst.value === null) return null
  const count = values.filter(({ value }) => value !== null).length
  return { best: { ...best, value: best.value }, worst: { ...worst, value: worst.value }, count }
}

/**
 * Returns the drawdowns of the rebased line. Its position p is the close of the period's p-th day; 0 is the close
 * before it.
 */
function drawdownsOf(
  history: SeriesHistory,
  span: Span,
): Pick<PeriodStatistics, 'maximumDrawdown' | 'currentDrawdown'> {
  const line = lineOver(history, span)
  const dateAt = (position: number) => history.days[Math.max(0, span.from + position - 1)] as string
  const [deepest, current] = [maximumDrawdown(line), currentDrawdown(line)]
  return {
    maximumDrawdown: deepest && {
      depth: deepest.depth,
      peak: dateAt(deepest.peak),
      trough: dateAt(deepest.trough),
      recovery: deepest.recovery === null ? null : dateAt(deepest.recovery),
      days: (deepest.recovery ?? line.length - 1) - deepest.peak,
    },
    currentDrawdown: current && { depth: current.depth, since: dateAt(current.peak), days: current.length },
  }
}
