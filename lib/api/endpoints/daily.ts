import { z } from 'zod'
import { type Daily, measuredFactor, measuredPortfolio } from '@/lib/analysis/measured-series'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { codeParameter, conventionParameter, spanParameters } from '@/lib/api/question/parameters'
import type { Convention } from '@/lib/base/convention'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getReturns } from '@/lib/db/queries/get-returns'
import { ApiProblem } from '@/lib/http/problem'
import { navRatio } from '@/lib/metrics/returns/nav-ratio'
import { spread } from '@/lib/metrics/returns/spread'
import { drawdowns } from '@/lib/metrics/risk/drawdown'
import { fraction, isoDate, ratio } from '../columns'
import { defineEndpoint } from '../endpoint'
import { checkSpan } from './check-span'

const parameters = z.object({ ...codeParameter, ...spanParameters, ...conventionParameter })
type DailyParameters = z.output<typeof parameters>

const date = isoDate('Trading day.')
const FROM_START = 'with 1 at the close before the first day of the answer; null from the first missing day on'

const REBASED =
  'All trading days of the market from inception, or `from`, to the end of the series; a day without a value is there, with nulls. Differences of legs are window figures of the day; NAVs, lines and drawdown begin anew at `from` and are the same under both conventions.'

export const factorDailyEndpoint = defineEndpoint({
  path: '/factors/{code}/daily',
  tag: 'series',
  summary: 'Daily series of a factor',
  description: `Legs, their differences and their lines, a row a trading day. ${REBASED}`,
  parameters,
  row: z.object({
    date,
    long: fraction('Daily return of the long leg.'),
    short: fraction('Daily return of the short leg.'),
    benchmark: fraction('Daily return of the average of the universe.'),
    longShort: fraction('Window figure of the day: long against short, in the convention asked for.'),
    longExcess: fraction(
      'Window figure of the day: long against the average of the universe, in the convention asked for.',
    ),
    longNav: ratio(`NAV of the long leg, ${FROM_START}.`),
    shortNav: ratio(`NAV of the short leg, ${FROM_START}.`),
    benchmarkNav: ratio(`NAV of the average of the universe, ${FROM_START}.`),
    relativeStrength: ratio('The line: longNav / shortNav.'),
    drawdown: fraction('Relative strength below its peak so far; never positive.'),
  }),
  read: async (wanted, { version }) => {
    const [{ entry, shown }, raw] = await Promise.all([
      getCatalogue({ version }).then(({ factors }) => withDays(known('factor', wanted.code, factors), wanted, version)),
      getReturns('factor_returns', { version, to: wanted.to ?? LAST_DATE, codes: [wanted.code] }),
    ])
    const { primary, excess } = measuredFactor(entry, raw[0], shown)
    const benchmark = excess?.against ?? never()
    const { leg: long, against: short } = primary
    const [longShort, longExcess] = [
      spreads(long, short, wanted.convention),
      spreads(long, benchmark, wanted.convention),
    ]
    const navs = { longNav: navOf(long), shortNav: navOf(short), benchmarkNav: navOf(benchmark) }
    const strength = navRatio(long, short).slice(1)
    const depths = drawdowns(navRatio(long, short)).slice(1)
    return shown.map((day, index) => ({
      date: day,
      long: at(long, index),
      short: at(short, index),
      benchmark: at(benchmark, index),
      longShort: at(longShort, index),
      longExcess: at(longExcess, index),
      longNav: at(navs.longNav, index),
      shortNav: at(navs.shortNav, index),
      benchmarkNav: at(navs.benchmarkNav, index),
      relativeStrength: at(strength, index),
      drawdown: at(depths, index),
    }))
  },
})

export const portfolioDailyEndpoint = defineEndpoint({
  path: '/portfolios/{code}/daily',
  tag: 'series',
  summary: 'Daily series of a portfolio',
  description: `Portfolio and index, their difference and their lines, a row a trading day. ${REBASED}`,
  parameters,
  row: z.object({
    date,
    portfolio: fraction('Daily return of the portfolio, after costs.'),
    benchmark: fraction('Daily return of its index.'),
    excess: fraction('Window figure of the day: portfolio against index, in the convention asked for.'),
    portfolioNav: ratio(`NAV of the portfolio, ${FROM_START}.`),
    benchmarkNav: ratio(`NAV of its index, ${FROM_START}.`),
    cumulativeExcess: fraction('The line: portfolioNav / benchmarkNav, minus 1.'),
    drawdown: fraction('portfolioNav / benchmarkNav below its peak so far; never positive.'),
  }),
  read: async (wanted, { version }) => {
    const [{ entry, shown }, raw] = await Promise.all([
      getCatalogue({ version }).then(({ portfolios }) =>
        withDays(known('portfolio', wanted.code, portfolios), wanted, version),
      ),
      getReturns('portfolio_returns', { version, to: wanted.to ?? LAST_DATE, codes: [wanted.code] }),
    ])
    const { leg, against } = measuredPortfolio(entry, raw[0], shown).primary
    const excess = spreads(leg, against, wanted.convention)
    const [portfolioNav, benchmarkNav] = [navOf(leg), navOf(against)]
    const ratios = navRatio(leg, against)
    const depths = drawdowns(ratios).slice(1)
    return shown.map((day, index) => {
      const line = ratios[index + 1] ?? null
      return {
        date: day,
        portfolio: at(leg, index),
        benchmark: at(against, index),
        excess: at(excess, index),
        portfolioNav: at(portfolioNav, index),
        benchmarkNav: at(benchmarkNav, index),
        cumulativeExcess: line === null ? null : line - 1,
        drawdown: at(depths, index),
      }
    })
  },
})

/** Returns the growth of 1 at each close. */
function navOf(leg: Daily): Daily {
  return navRatio(
    leg,
    leg.map(() => 0),
  ).slice(1)
}

const LAST_DATE = '9999-12-31'

/** The catalogue's dates of a series. */
interface Life {
  inception: string
  ended: string | null
  marketCode: string
}

/** Returns a series with its requested days. */
async function withDays<Entry extends Life>(entry: Entry, wanted: DailyParameters, version: number) {
  return { entry, shown: await daysOf(entry, wanted, version) }
}

/**
 * Returns the trading days of a series' market within its life and the requested span.
 * @throws ApiProblem 400 when the span ends before it begins
 */
async function daysOf(
  { inception, ended, marketCode }: Life,
  { from, to }: DailyParameters,
  version: number,
): Promise<string[]> {
  checkSpan(from, to)
  const days = (await getReportDays(version, marketCode))?.reported ?? []
  const lived = days.filter((day) => day >= inception && (ended === null || day <= ended))
  return lived.filter((day) => (!from || day >= from) && (!to || day <= to))
}

/** Finds an entry by code. @throws ApiProblem 404 for an unknown code */
function known<Entry extends { code: string }>(kind: string, code: string, entries: readonly Entry[]): Entry {
  const entry = entries.find((candidate) => candidate.code === code)
  if (entry === undefined) throw new ApiProblem(404, `There is no ${kind} "${code}".`)
  return entry
}

function spreads(a: Daily, b: Daily, convention: Convention): Daily {
  return a.map((value, index) => spread(value, b[index] ?? null, convention))
}

function at(column: Daily, index: number): number | null {
  return column[index] ?? null
}

function never(): never {
  throw new TypeError('a factor has a benchmark')
}
