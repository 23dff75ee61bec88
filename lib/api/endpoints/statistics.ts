import { z } from 'zod'
import { periodBetween } from '@/lib/analysis/periods'
import { type PeriodStatistics, periodStatistics } from '@/lib/analysis/statistics/statistics'
import { conventionParameter, seriesParameter, spanParameters } from '@/lib/api/question/parameters'
import { count, fraction, isoDate, optionalCount, optionalDate, ratio } from '../columns'
import { defineEndpoint } from '../endpoint'
import { checkSpan } from './check-span'
import { knownSeries, SERIES_COLUMNS } from './known-series'

const hits = (unit: string) =>
  [
    count(`${unit} above zero.`),
    count(`${unit} with a value.`),
    fraction(`Lower end of Wilson's 95% confidence interval of the share of ${unit} above zero.`),
    fraction(`Upper end of Wilson's 95% confidence interval of the share of ${unit} above zero.`),
  ] as const
const [dayWins, dayPeriods, dayLow, dayHigh] = hits('Days')
const [weekWins, weekPeriods, weekLow, weekHigh] = hits('Weeks')
const [monthWins, monthPeriods, monthLow, monthHigh] = hits('Months')
const ending = (which: string) => optionalDate(`Last trading day of ${which}.`)

export const statisticsEndpoint = defineEndpoint({
  path: '/statistics',
  tag: 'statistics',
  summary: 'Risk and return of a period',
  description:
    'A row for each series. Returns, risk and drawdowns are line figures: of the NAV ratio of long and short leg, or of portfolio and index, under both conventions. Win rates, best and worst periods are made of window figures, by the convention asked for. Beta and capture of a portfolio are of its own returns and those of its index. Annualised with the trading days a year of the market (252 unless its entry says otherwise), volatility with n − 1; without from and to, the period is the full history. Definitions are on the methodology page.',
  parameters: z.object({ ...seriesParameter, ...spanParameters, ...conventionParameter }),
  row: z.object({
    ...SERIES_COLUMNS,
    from: isoDate('First trading day of the period.'),
    to: isoDate('Last trading day of the period.'),
    days: count('Trading days in the period.'),
    missing: count('Trading days without data.'),
    periodReturn: fraction('Line figure of the period: the end of the NAV ratio, minus 1.'),
    annualisedReturn: fraction('The same per year; null for a year or less.'),
    volatility: fraction('Annualised volatility of the NAV ratio.'),
    returnToRisk: ratio(
      'Information ratio: annualised mean daily return of the NAV ratio divided by its annualised volatility.',
    ),
    tStatistic: ratio('t-statistic of the mean daily return of the NAV ratio.'),
    skewness: ratio('Skewness of the daily returns of the NAV ratio.'),
    maxDrawdown: fraction('Deepest fall of the NAV ratio from a peak; never positive.'),
    maxDrawdownPeak: optionalDate('Close at the peak.'),
    maxDrawdownTrough: optionalDate('Close at the lowest point.'),
    maxDrawdownRecovery: optionalDate('First close back at the peak; null when not yet.'),
    maxDrawdownDays: optionalCount("Trading days from the peak to the recovery, or to the period's end."),
    currentDrawdown: fraction("Distance from the highest point at the period's end."),
    currentDrawdownSince: optionalDate('Close at that highest point.'),
    currentDrawdownDays: optionalCount('Trading days since.'),
    dayWins,
    dayPeriods,
    dayLow,
    dayHigh,
    weekWins,
    weekPeriods,
    weekLow,
    weekHigh,
    monthWins,
    monthPeriods,
    monthLow,
    monthHigh,
    bestWeek: fraction('Highest window figure of a week.'),
    bestWeekEnd: ending('the best week'),
    worstWeek: fraction('Lowest window figure of a week.'),
    worstWeekEnd: ending('the worst week'),
    bestMonth: fraction('Highest window figure of a month.'),
    bestMonthEnd: ending('the best month'),
    worstMonth: fraction('Lowest window figure of a month.'),
    worstMonthEnd: ending('the worst month'),
    beta: ratio('Beta of a portfolio to its index: covariance by variance of daily returns; null for a factor.'),
    upCapture: ratio(
      "Up capture: average return of a portfolio, as a share of its index's, in months in which the index is not below zero; null for a factor.",
    ),
    upMonths: optionalCount('Such months; null for a factor.'),
    downCapture: ratio('Down capture: the same in months in which the index is below zero; null for a factor.'),
    downMonths: optionalCount('Such months; null for a factor.'),
  }),
  read: async ({ series, from, to, convention }, { version }) => {
    checkSpan(from, to)
    const known = await knownSeries({ version, codes: series, asOf: to })
    return known.flatMap(({ names, history }) => {
      const span = periodBetween(history, from, to)
      return span ? [{ ...names, ...rowOf(periodStatistics(history, span, convention)) }] : []
    })
  },
})

function rowOf(found: PeriodStatistics) {
  const { maximumDrawdown: deepest, currentDrawdown: current, hits: won, weeks, months, index } = found
  return {
    from: found.from,
    to: found.to,
    days: found.days,
    missing: found.missing,
    periodReturn: found.periodReturn.value,
    annualisedReturn: found.annualisedReturn.value,
    volatility: found.volatility.value,
    returnToRisk: found.returnToRisk.value,
    tStatistic: found.tStatistic.value,
    skewness: found.skewness.value,
    maxDrawdown: deepest?.depth ?? null,
    maxDrawdownPeak: deepest?.peak ?? null,
    maxDrawdownTrough: deepest?.trough ?? null,
    maxDrawdownRecovery: deepest?.recovery ?? null,
    maxDrawdownDays: deepest?.days ?? null,
    currentDrawdown: current?.depth ?? null,
    currentDrawdownSince: current?.since ?? null,
    currentDrawdownDays: current?.days ?? null,
    dayWins: won.day.wins,
    dayPeriods: won.day.periods,
    dayLow: won.day.interval?.low ?? null,
    dayHigh: won.day.interval?.high ?? null,
    weekWins: won.week.wins,
    weekPeriods: won.week.periods,
    weekLow: won.week.interval?.low ?? null,
    weekHigh: won.week.interval?.high ?? null,
    monthWins: won.month.wins,
    monthPeriods: won.month.periods,
    monthLow: won.month.interval?.low ?? null,
    monthHigh: won.month.interval?.high ?? null,
    bestWeek: weeks?.best.value ?? null,
    bestWeekEnd: weeks?.best.end ?? null,
    worstWeek: weeks?.worst.value ?? null,
    worstWeekEnd: weeks?.worst.end ?? null,
    bestMonth: months?.best.value ?? null,
    bestMonthEnd: months?.best.end ?? null,
    worstMonth: months?.worst.value ?? null,
    worstMonthEnd: months?.worst.end ?? null,
    beta: index?.beta ?? null,
    upCapture: index?.upCapture.value ?? null,
    upMonths: index?.upCapture.months ?? null,
    downCapture: index?.downCapture.value ?? null,
    downMonths: index?.downCapture.months ?? null,
  }
}
