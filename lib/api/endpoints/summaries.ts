import { z } from 'zod'
import type { SeriesHistory } from '@/lib/analysis/history'
import { spreadOver } from '@/lib/analysis/measure'
import type { LegPair } from '@/lib/analysis/measured-series'
import { namedPeriods, type PeriodName } from '@/lib/analysis/periods'
import { tradingWindows } from '@/lib/analysis/trading-windows'
import { asOfParameter, conventionParameter, seriesParameter } from '@/lib/api/question/parameters'
import type { Convention } from '@/lib/base/convention'
import { winRate } from '@/lib/metrics/returns/win-rate'
import { count, fraction, isoDate, text } from '../columns'
import { defineEndpoint } from '../endpoint'
import { knownSeries, SERIES_COLUMNS } from './known-series'

const period = {
  week: fraction('Return of the ISO week, up to asOf.'),
  month: fraction('Return of the calendar month to date.'),
  quarter: fraction('Return of the calendar quarter to date.'),
  year: fraction('Return of the calendar year to date.'),
  oneYear: fraction('Return since the day after the same date a year ago.'),
  threeYears: fraction('Return since the day after the same date three years ago.'),
  fiveYears: fraction('Return since the day after the same date five years ago.'),
  inception: fraction('Return since inception.'),
} satisfies Record<PeriodName, z.ZodType>

export const summariesEndpoint = defineEndpoint({
  path: '/summaries',
  tag: 'statistics',
  summary: 'Returns over the usual periods',
  description:
    'A row for each series and measure, as of any day: longShort and longExcess of a factor, excess of a portfolio. A period with a day missing, or that begins before inception, is null.',
  parameters: z.object({ series: seriesParameter.series.optional(), ...asOfParameter, ...conventionParameter }),
  row: z.object({
    ...SERIES_COLUMNS,
    measure: text('longShort, longExcess or excess.'),
    asOf: isoDate('Last trading day of the periods.'),
    ...period,
    wins: count('Months of the year (weeks, for a portfolio) above zero.'),
    periods: count('Months of the year (weeks, for a portfolio) with a value.'),
  }),
  read: async ({ series, asOf, convention }, { version }) => {
    const known = await knownSeries({ version, asOf, ...(series ? { codes: series } : {}) })
    return known.flatMap(({ names, history }) => {
      const last = history.days.at(-1)
      if (last === undefined) return []
      return measuresOf(history).map(([measure, pair]) => ({
        ...names,
        measure,
        asOf: last,
        ...returnsOf(history, pair, convention),
        ...winsOf(history, pair, convention),
      }))
    })
  },
})

function measuresOf({ kind, leg, against, benchmark }: SeriesHistory): [measure: string, pair: LegPair][] {
  if (kind === 'portfolio' || benchmark === null) return [['excess', { leg, against }]]
  return [
    ['longShort', { leg, against }],
    ['longExcess', { leg, against: benchmark }],
  ]
}

function returnsOf(history: SeriesHistory, pair: LegPair, convention: Convention) {
  const spans = namedPeriods(history)
  const over = (name: PeriodName) => {
    const span = spans[name]
    return span ? spreadOver(pair, span, convention) : null
  }
  const [week, month, quarter, year] = [over('week'), over('month'), over('quarter'), over('year')]
  const longer = { oneYear: over('oneYear'), threeYears: over('threeYears'), fiveYears: over('fiveYears') }
  return { week, month, quarter, year, ...longer, inception: over('inception') }
}

function winsOf({ days, kind }: SeriesHistory, pair: LegPair, convention: Convention) {
  const { monthsOfYear, weeksOfYear } = tradingWindows(days)
  const counted = kind === 'factor' ? monthsOfYear : weeksOfYear
  return winRate(counted.map((span) => spreadOver(pair, span, convention)))
}
