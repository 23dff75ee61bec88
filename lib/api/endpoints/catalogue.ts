import { z } from 'zod'
import { marketParameter, spanParameters } from '@/lib/api/question/parameters'
import { getCalendars } from '@/lib/calendar/get-calendars'
import { NO_CALENDAR, unknownYears } from '@/lib/calendar/trading-calendar'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getDataRange } from '@/lib/db/queries/get-data-range'
import { getSeriesEnds } from '@/lib/db/queries/get-series-ends'
import { count, fraction, isoDate, number, optionalDate, optionalText, ratio, text, truth } from '../columns'
import { defineEndpoint } from '../endpoint'

const code = text('Its code, which other addresses take.')
const names = { nameZh: text('Name in Chinese.'), nameEn: text('Name in English.') }
const shortNames = { shortNameZh: text('Short name in Chinese.'), shortNameEn: text('Short name in English.') }
const rebalance = text('How often it is rebalanced: weekly or monthly.')
const inception = isoDate('First trading day with returns.')
/** First and last date with returns of each series, by code. */
async function endsOf(version: number) {
  const ends = new Map((await getSeriesEnds({ version })).map(({ code, first, last }) => [code, { first, last }]))
  return (entryCode: string) => ends.get(entryCode) ?? { first: null, last: null }
}

const data = {
  first: optionalDate('First date with data, which may be after inception; null when there is none.'),
  last: optionalDate('Last date with data; null when there is none.'),
}
const ending = {
  ended: optionalDate('Last trading day with returns of a series that has ended; null while it goes on.'),
  endedReasonZh: optionalText('Why it ended, in Chinese; null while it goes on.'),
  endedReasonEn: optionalText('Why it ended, in English; null while it goes on.'),
}

const ownKeyPoint = truth('Whether the report gives it a line of its own after the key points.')

export const marketsEndpoint = defineEndpoint({
  path: '/markets',
  tag: 'catalogue',
  summary: 'Markets',
  description: 'Sets of trading days, with the span of their data and the years whose closures are not known.',
  parameters: z.object({}),
  row: z.object({
    code,
    ...names,
    dailyReturnMax: fraction('Largest plausible daily return of a leg in absolute value; null means the default, 0.5.'),
    calendar: optionalText('Exchange whose closures it has, such as XSHG; null for none.'),
    tradingDaysPerYear: ratio('Trading days by which figures are annualised; null means the default, 252.'),
    provisionalYears: text(
      'Years with data whose closures are not known, separated by spaces: the days in the data count.',
    ),
    first: optionalDate('First date with data; null when there is none.'),
    last: optionalDate('Last date with data; null when there is none.'),
  }),
  read: async (_, { version }) => {
    const [{ markets }, ranges, calendars] = await Promise.all([
      getCatalogue({ version }),
      getDataRange({ version }),
      getCalendars({ version }),
    ])
    return markets.map((market) => {
      const range = ranges.find((candidate) => candidate.market === market.code)
      const calendar = calendars.get(market.code) ?? NO_CALENDAR
      const provisionalYears = range ? unknownYears(calendar, range.first, range.last).join(' ') : ''
      return { ...market, provisionalYears, first: range?.first ?? null, last: range?.last ?? null }
    })
  },
})

export const closuresEndpoint = defineEndpoint({
  path: '/closures',
  tag: 'catalogue',
  summary: 'Closures and special sessions',
  description:
    'The days on which a market differs from weekdays, oldest first: those of its exchange, and in their place those of its own. A year without any row is not known.',
  parameters: z.object({ ...marketParameter, ...spanParameters }),
  row: z.object({
    market: text('Code of the market.'),
    date: isoDate('The day.'),
    kind: text('closed: no trading on a weekday; session: trading on any day.'),
    name: optionalText('Its name; null when it has none.'),
  }),
  read: async ({ market, from, to }, { version }) => {
    const [calendars, ranges] = await Promise.all([getCalendars({ version }), getDataRange({ version })])
    const shown = market ?? ranges[0]?.market ?? [...calendars.keys()].sort()[0] ?? ''
    return [...(calendars.get(shown)?.closures.values() ?? [])]
      .filter(({ date }) => (!from || date >= from) && (!to || date <= to))
      .map(({ date, kind, name }) => ({ market: shown, date, kind, name }))
      .sort((a, b) => (a.date < b.date ? -1 : 1))
  },
})

export const familiesEndpoint = defineEndpoint({
  path: '/families',
  tag: 'catalogue',
  summary: 'Families of factors',
  description: 'Groups of factors that are read together, in their order.',
  parameters: z.object({}),
  row: z.object({ code, position: count('Place in the order, from 1.'), ...names }),
  read: async (_, { version }) => (await getCatalogue({ version })).families,
})

export const factorsEndpoint = defineEndpoint({
  path: '/factors',
  tag: 'catalogue',
  summary: 'Factors',
  description: 'Stock-selection factors in the order of the report.',
  parameters: z.object({}),
  row: z.object({
    code,
    position: count('Section number in the report, from 1.'),
    familyCode: text('Code of its family.'),
    marketCode: text('Code of its market.'),
    rebalance,
    inception,
    ...names,
    ...shortNames,
    descriptionZh: text('What it measures, in Chinese.'),
    descriptionEn: text('What it measures, in English.'),
    universeZh: text('The stocks that are ranked and how the legs are formed, in Chinese.'),
    universeEn: text('The stocks that are ranked and how the legs are formed, in English.'),
    ownKeyPoint,
    referenceZh: optionalText('Where its construction is documented, in Chinese; null when nowhere public.'),
    referenceEn: optionalText('Where its construction is documented, in English; null when nowhere public.'),
    ...ending,
    ...data,
  }),
  read: async (_, { version }) => {
    const [{ factors }, ends] = await Promise.all([getCatalogue({ version }), endsOf(version)])
    return factors.map((factor) => ({ ...factor, ...ends(factor.code) }))
  },
})

export const portfoliosEndpoint = defineEndpoint({
  path: '/portfolios',
  tag: 'catalogue',
  summary: 'Portfolios',
  description: 'Index-enhanced portfolios in the order of the report, with the constraints of their optimisation.',
  parameters: z.object({}),
  row: z.object({
    code,
    position: count('Place in the order, from 1.'),
    marketCode: text('Code of its market.'),
    alphaFactorCode: text('Code of the factor that gives its expected returns.'),
    rebalance,
    inception,
    ...names,
    ...shortNames,
    ownKeyPoint,
    benchmarkCode: text('Ticker of its index.'),
    benchmarkNameZh: text('Name of its index in Chinese.'),
    benchmarkNameEn: text('Name of its index in English.'),
    stockDeviationMax: number("Largest deviation of a stock's weight from the index, decimal fraction."),
    sizeExposureMin: number('Lower bound of the size exposure, standard deviations.'),
    sizeExposureMax: number('Upper bound of the size exposure, standard deviations.'),
    valueExposureMin: number('Lower bound of the valuation exposure, standard deviations.'),
    valueExposureMax: number('Upper bound of the valuation exposure, standard deviations.'),
    conventionalExposureMin: number('Lower bound of each conventional exposure, standard deviations.'),
    conventionalExposureMax: number('Upper bound of each conventional exposure, standard deviations.'),
    industryDeviationMax: number("Largest deviation of an industry's weight from the index, decimal fraction."),
    oneWayTurnoverMax: number('Largest one-way turnover at a rebalancing, decimal fraction.'),
    roundTripCostBps: number('Cost of buying and selling together, basis points.'),
    ...ending,
    ...data,
  }),
  read: async (_, { version }) => {
    const [{ portfolios }, ends] = await Promise.all([getCatalogue({ version }), endsOf(version)])
    return portfolios.map((portfolio) => ({ ...portfolio, ...ends(portfolio.code) }))
  },
})

export const indicesEndpoint = defineEndpoint({
  path: '/indices',
  tag: 'catalogue',
  summary: 'Indices',
  description: 'Indices of the markets, in the order in which they stand before the factors.',
  parameters: z.object({}),
  row: z.object({
    code,
    position: count('Place in the order, from 1.'),
    marketCode: text('Code of its market.'),
    inception,
    ...names,
    ...ending,
    ...data,
  }),
  read: async (_, { version }) => {
    const [{ indices }, ends] = await Promise.all([getCatalogue({ version }), endsOf(version)])
    return indices.map((index) => ({ ...index, ...ends(index.code) }))
  },
})
