import { z } from 'zod'
import { spanParameters } from '@/lib/api/question/parameters'
import { positionFrom } from '@/lib/base/dates'
import { getReturns } from '@/lib/db/queries/get-returns'
import { fraction, isoDate, text } from '../columns'
import { defineEndpoint } from '../endpoint'
import { checkSpan } from './check-span'

const LAST_DATE = '9999-12-31'
const AS_LOADED =
  'A row for each series and day with returns, ordered by code and date, as they were loaded: for bulk download, of which the manifest lists the files.'

const code = text('Code of the series.')
const date = isoDate('Trading day.')

export const factorReturnsEndpoint = defineEndpoint({
  path: '/factors/returns',
  tag: 'series',
  summary: 'Daily returns of all factors',
  description: AS_LOADED,
  parameters: z.object(spanParameters),
  row: z.object({
    code,
    date,
    long: fraction('Daily return of the long leg.'),
    short: fraction('Daily return of the short leg.'),
    benchmark: fraction('Daily return of the average of the universe.'),
  }),
  read: async ({ from, to }, { version }) => {
    checkSpan(from, to)
    const series = await getReturns('factor_returns', { version, to: to ?? LAST_DATE })
    return series.flatMap(({ code, dates, long, short, benchmark }) =>
      positionsIn(dates, from).map((at) => ({
        ...{ code, date: dates[at] ?? never() },
        ...{ long: long[at] ?? null, short: short[at] ?? null, benchmark: benchmark[at] ?? null },
      })),
    )
  },
})

export const portfolioReturnsEndpoint = defineEndpoint({
  path: '/portfolios/returns',
  tag: 'series',
  summary: 'Daily returns of all portfolios',
  description: AS_LOADED,
  parameters: z.object(spanParameters),
  row: z.object({
    code,
    date,
    portfolio: fraction('Daily return of the portfolio, after costs.'),
    benchmark: fraction('Daily return of its index.'),
  }),
  read: async ({ from, to }, { version }) => {
    checkSpan(from, to)
    const series = await getReturns('portfolio_returns', { version, to: to ?? LAST_DATE })
    return series.flatMap(({ code, dates, portfolio, benchmark }) =>
      positionsIn(dates, from).map((at) => ({
        ...{ code, date: dates[at] ?? never() },
        ...{ portfolio: portfolio[at] ?? null, benchmark: benchmark[at] ?? null },
      })),
    )
  },
})

export const indexReturnsEndpoint = defineEndpoint({
  path: '/indices/returns',
  tag: 'series',
  summary: 'Daily returns of all indices',
  description: AS_LOADED,
  parameters: z.object(spanParameters),
  row: z.object({ code, date, return: fraction('Daily return of the index.') }),
  read: async ({ from, to }, { version }) => {
    checkSpan(from, to)
    const series = await getReturns('index_returns', { version, to: to ?? LAST_DATE })
    return series.flatMap(({ code, dates, return: daily }) =>
      positionsIn(dates, from).map((at) => ({ code, date: dates[at] ?? never(), return: daily[at] ?? null })),
    )
  },
})

/** Returns the positions of the dates that are not before `from`. */
function positionsIn(dates: readonly string[], from: string | undefined): number[] {
  const first = from === undefined ? 0 : positionFrom(dates, from)
  return Array.from({ length: dates.length - first }, (_, index) => first + index)
}

function never(): never {
  throw new RangeError('a position is within the dates')
}
