/**
 * What sorts, chooses and fills the wall comes from aggregates in SQL, the same figures of one series from its daily returns
 * in JavaScript: both are equal, on random stores.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { getSeriesHistories } from '@/lib/analysis/get-series-histories'
import type { SeriesHistory } from '@/lib/analysis/history'
import { lineReturn, ratePerYear } from '@/lib/analysis/line'
import { periodBetween } from '@/lib/analysis/periods'
import { lineRisk } from '@/lib/analysis/statistics/line-risk'
import { namedReturns } from '@/lib/analysis/statistics/named-returns'
import { tradingWindows } from '@/lib/analysis/trading-windows'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { yearSpark } from '@/lib/analysis/year-spark'
import { positionAfter } from '@/lib/base/dates'
import { getInputsOf, readWeek, type Week } from '@/lib/report/build/get-report-inputs'
import { measuredSeries } from '@/lib/report/build/summary-rows'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { emptyStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { sizeOfRun, TEST_SEED } from '@/lib/testing/run/run-mode'
import { createRandom } from '@/prisma/demo/random'
import { overCommonPeriod } from './common-period'
import { getWallFigures } from './get-wall-figures'
import { getWallRows } from './get-wall-rows'
import type { FiguredEntry, WallEntry } from './wall'

const DAYS = shanghaiDays('2020-06-01', '2024-08-30')
const WEEKS = ['2020-06-05', '2021-01-08', '2023-06-30', '2024-08-28', '2024-08-30']
const FACTORS = 12

describe.each(Array.from({ length: sizeOfRun({ usual: 1, long: 8 }) }, (_, store) => store))(
  'random store %i',
  (number) => {
    const store = emptyStore()
    const random = createRandom(`${TEST_SEED} wall roads ${number}`)
    const draw = (count: number) => Math.floor(random.uniform() * count)

    /** Draws the life of a series, and the days that it has: some lack days, begin late, or are suspended for weeks. */
    function drawLife(index: number) {
      const start = index % 3 === 0 ? 0 : draw(DAYS.length - 1)
      const lacked = new Set(
        index % 2 === 0 ? [] : Array.from({ length: 1 + draw(3) }, () => start + draw(DAYS.length - start)),
      )
      const suspended = index % 5 === 3 ? start + draw(DAYS.length - start) : DAYS.length
      const ended = index % 4 === 3 ? '2024-08-27' : null
      const days = DAYS.filter(
        (day, at) =>
          at >= start &&
          !lacked.has(at) &&
          (at < suspended || at >= suspended + 30) &&
          (ended === null || day <= ended),
      )
      return { inception: DAYS[start] ?? '', ended, days }
    }

    beforeAll(async () => {
      const [factor] = SAMPLE_CATALOGUE.factors
      const [portfolio] = SAMPLE_CATALOGUE.portfolios
      const lives = Array.from({ length: FACTORS }, (_, index) => ({ code: `f${index}`, ...drawLife(index) }))
      const factors = lives.map(({ code, inception, ended }, index) => ({
        ...factor,
        code,
        inception,
        position: index + 1,
        ...(ended && { ended, endedReasonZh: '停止', endedReasonEn: 'Stopped' }),
      }))
      const own = drawLife(1)
      const portfolios = [{ ...portfolio, inception: own.inception, alphaFactorCode: 'f0' }]
      await store.loadCatalogue({ ...SAMPLE_CATALOGUE, factors, portfolios, reportIssues: [] })
      const value = () => ((random.uniform() - 0.5) / 20).toFixed(6)
      const rows = lives.flatMap(({ code, days }) => days.map((day) => [day, code, value(), value(), value()].join()))
      expect((await store.load(factorCsv(...rows))).faults).toEqual([])
      const earned = own.days.map((day) => [day, 'enhanced', value(), value()].join())
      expect((await store.load(portfolioCsv(...earned))).faults).toEqual([])
    })

    it.each(WEEKS)('has equal figures by both roads, as of %s', async (asOf) => {
      for (const convention of ['arithmetic', 'geometric'] as const) {
        const days = await getReportDays(3)
        if (!days) throw new TypeError('nothing is loaded')
        const week = await readWeek({ version: 3, locale: 'en', convention, asOf, days })
        const entries: WallEntry[] = [
          ...week.catalogue.factors.map((entry) => ({ ...entry, kind: 'factor' as const, family: entry.familyCode })),
          ...week.catalogue.portfolios.map((entry) => ({ ...entry, kind: 'portfolio' as const, family: 'portfolios' })),
        ]
        const figured = await getWallFigures(week, entries)
        expect(figured.map(({ code }) => code)).toEqual(entries.map(({ code }) => code))
        const common = await overCommonPeriod(week, figured)
        for (const [rows, since] of [
          [await getWallRows(week, figured), null],
          [
            await getWallRows(week, common),
            entries
              .map(({ inception }) => inception)
              .toSorted()
              .at(-1) ?? '',
          ],
        ] as const) {
          const wanted = await fromDailyReturns(week, entries, since)
          for (const [index, row] of rows.entries()) {
            const { figures, spark, from, volatility, maximumDrawdown } = row
            expectNear({ code: row.code, figures, spark, from, volatility, maximumDrawdown }, wanted[index])
          }
        }
      }
    })
  },
)

type Figures = Pick<FiguredEntry, 'code' | 'figures' | 'spark' | 'from'>

/** Returns the same from the daily returns of each series. @param since first day of the whole period; null for the inception */
async function fromDailyReturns(week: Week, entries: readonly WallEntry[], since: string | null) {
  const codes = entries.map(({ code }) => code)
  const histories = await getSeriesHistories({ version: week.version, codes, asOf: week.days.at(-1) })
  const inputs = await getInputsOf(week, week.catalogue.factors)
  const measured = measuredSeries(inputs)
  const pairs = new Map([...measured.factors, ...measured.portfolios].map(({ code, primary }) => [code, primary]))
  const days = week.days.slice(0, positionAfter(week.days, week.days.at(-1) ?? ''))
  return histories.map((history) => {
    const pair = pairs.get(history.code)
    if (!pair) throw new TypeError(`${history.code} was not read`)
    const named = namedReturns(history, history, week.convention)
    const from = since ?? history.inception
    const { volatility, maximumDrawdown } = lineRisk(history, periodBetween(history, from))
    const figures: Figures = {
      code: history.code,
      figures: since === null ? named : { ...named, inception: returnSince(history, since) },
      spark: yearSpark(pair, tradingWindows(days)),
      from,
    }
    return { ...figures, volatility, maximumDrawdown }
  })
}

function returnSince(history: SeriesHistory, from: string): number | null {
  const span = periodBetween(history, from)
  const total = span && lineReturn(history, span)
  return span && (ratePerYear(history, total, span) ?? total)
}
