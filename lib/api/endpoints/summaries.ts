import { z } from 'zod'
import { againstNothing } from '@/lib/analysis/absolute-returns'
import type { CoefficientMeans } from '@/lib/analysis/coefficient-means'
import { getCoefficientMeans } from '@/lib/analysis/get-coefficient-means'
import type { SeriesHistory } from '@/lib/analysis/history'
import { spreadOver } from '@/lib/analysis/measure'
import type { LegPair } from '@/lib/analysis/measured-series'
import type { PeriodName } from '@/lib/analysis/periods'
import { namedReturns } from '@/lib/analysis/statistics/named-returns'
import { periodsOfYear } from '@/lib/analysis/trading-windows'
import { asOfParameter, conventionParameter, seriesParameter } from '@/lib/api/question/parameters'
import type { Convention } from '@/lib/base/convention'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { winRate } from '@/lib/metrics/returns/win-rate'
import { count, fraction, isoDate, ratio, text } from '../columns'
import { defineEndpoint } from '../endpoint'
import { getAllSummaries, type SeriesSummary } from './all-summaries'
import { knownSeries, namesOf, SERIES_COLUMNS } from './known-series'

const period = {
  week: fraction('Window figure of the ISO week, up to asOf.'),
  month: fraction('Window figure of the calendar month to date.'),
  quarter: fraction('Window figure of the calendar quarter to date.'),
  year: fraction('Window figure of the calendar year to date.'),
  oneYear: fraction('Window figure since the day after the same date a year ago.'),
  threeYears: fraction('Line figure per year since the day after the same date three years ago.'),
  fiveYears: fraction('Line figure per year since the day after the same date five years ago.'),
  inception: fraction('Line figure since inception, per year; of the whole period when that is a year or less.'),
} satisfies Record<PeriodName, z.ZodType>

const coefficients = {
  rankIc: ratio('Mean rank information coefficient of the year to date, of a factor; null for fewer than two values.'),
  rankIcir: ratio('That mean divided by the standard deviation with n − 1, not annualised.'),
  ic: ratio('Mean information coefficient of the year to date, of a factor; null for fewer than two values.'),
} satisfies Record<keyof CoefficientMeans, z.ZodType>

const NO_COEFFICIENTS: CoefficientMeans = { rankIc: null, rankIcir: null, ic: null }

export const summariesEndpoint = defineEndpoint({
  path: '/summaries',
  tag: 'statistics',
  summary: 'Returns over the usual periods',
  description:
    'A row for each series and measure, as of any day: longShort and longExcess of a factor, excess and absolute (its own return, whatever its index did) of a portfolio. Week to one year are window figures, by the convention asked for; the longer periods are line figures, of the NAV ratio under both conventions. A period with a day missing, or that begins before inception, is null. Information coefficients belong to a factor, so both of its rows have them. Without the parameter series, those that ended before the week are left out; a named one that has ended is as of its end.',
  parameters: z.object({ series: seriesParameter.series.optional(), ...asOfParameter, ...conventionParameter }),
  row: z.object({
    ...SERIES_COLUMNS,
    measure: text('longShort, longExcess, excess or absolute.'),
    asOf: isoDate('Last trading day of the periods.'),
    ...period,
    wins: count('Months of the year (weeks, for a portfolio) above zero.'),
    periods: count('Months of the year (weeks, for a portfolio) with a value.'),
    ...coefficients,
  }),
  read: async ({ series, asOf, convention }, { version }) => {
    if (!series) return allRows({ version, asOf, convention })
    const known = await knownSeries({ version, asOf, codes: series })
    const dated = known.flatMap((each) => each.history.days.slice(-1).map((last) => ({ ...each, last })))
    const factors = dated.filter(({ history }) => history.kind === 'factor')
    const means = await getCoefficientMeans(
      version,
      factors.map(({ names: { code }, last }) => ({ code, asOf: last })),
    )
    return dated.flatMap(({ names, history, last }) =>
      measuresOf(history).map(([measure, pair]) => ({
        ...names,
        measure,
        asOf: last,
        ...namedReturns(history, pair, convention),
        ...winsOf(history, pair, convention),
        ...(means.get(names.code) ?? NO_COEFFICIENTS),
      })),
    )
  },
})

/** Returns the rows of every series of the week, from aggregates in SQL. */
async function allRows(request: { version: number; asOf?: string | undefined; convention: Convention }) {
  const catalogue = await getCatalogue(request)
  const names = namesOf(catalogue)
  const summaries = await getAllSummaries(catalogue, request)
  const ofFactors = summaries.filter(({ code }) => names.get(code)?.kind === 'factor')
  const means = await getCoefficientMeans(request.version, [
    ...new Map(ofFactors.map(({ code, asOf }) => [code, { code, asOf }])).values(),
  ])
  const byCode = new Map<string, SeriesSummary[]>()
  for (const summary of summaries) byCode.set(summary.code, [...(byCode.get(summary.code) ?? []), summary])
  return [...names].flatMap(([code, own]) =>
    (byCode.get(code) ?? []).map(({ measure, asOf, returns, wins, periods }) => ({
      ...own,
      measure,
      asOf,
      ...returns,
      wins,
      periods,
      ...(means.get(code) ?? NO_COEFFICIENTS),
    })),
  )
}

function measuresOf({ kind, leg, against, benchmark }: SeriesHistory): [measure: string, pair: LegPair][] {
  if (kind === 'portfolio' || benchmark === null)
    return [
      ['excess', { leg, against }],
      ['absolute', againstNothing(leg)],
    ]
  return [
    ['longShort', { leg, against }],
    ['longExcess', { leg, against: benchmark }],
  ]
}

function winsOf({ days, kind }: SeriesHistory, pair: LegPair, convention: Convention) {
  const { months, weeks } = periodsOfYear(days)
  const counted = kind === 'factor' ? months : weeks
  return winRate(counted.map((span) => spreadOver(pair, span, convention)))
}
