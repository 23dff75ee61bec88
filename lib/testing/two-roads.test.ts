/**
 * Window figures of many factors come from an aggregate in SQL, those of few from daily returns in JavaScript: both are
 * equal, on the demo and on awkward data.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Cell } from '@/lib/analysis/cell'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { summariesEndpoint } from '@/lib/api/endpoints/summaries'
import type { Convention } from '@/lib/base/convention'
import { positionAfter } from '@/lib/base/dates'
import { buildSummary } from '@/lib/report/build/build-summary'
import { getReportInputs } from '@/lib/report/build/get-report-inputs'
import { getWindowFactors } from '@/lib/report/many/get-window-factors'
import type { FactorRow } from '@/lib/report/model/report'
import { shanghaiDays } from './calendar/shanghai'
import { demoStore, emptyStore } from './database/test-store'
import { factorCsv, portfolioCsv, SAMPLE_CATALOGUE } from './import/sample-files'
import { expectNear } from './metrics/expect-near'
import { weekEnds, weeksToCheck } from './report/weeks-to-check'
import { sampleOf } from './run/run-mode'

const CONVENTIONS: Convention[] = ['arithmetic', 'geometric']

/** Expects both roads to agree about every factor of a week, and returns the number of factors. */
async function expectEqualRoads(version: number, asOf: string, convention: Convention, market?: string) {
  const days = await getReportDays(version, market)
  if (!days) throw new Error('nothing is loaded')
  const inputs = await getReportInputs({ version, locale: 'en', convention, asOf, days })
  const found = await getWindowFactors({
    version,
    convention,
    entries: inputs.catalogue.factors,
    days: days.days.slice(0, positionAfter(days.days, asOf)),
  })
  const rows = buildSummary({ ...inputs, only: null }).table1.flatMap((family) => family.rows)
  for (const { row, weeks } of found) {
    const wanted = rows.find(({ code }) => code === row.code)
    if (!wanted) throw new Error(`${row.code} is not in table 1`)
    expectNear({ ...row, standing: { ...row.standing, rank: null, lastRank: null } }, withoutDays(wanted))
    expect(weeks.at(-1) ?? null).toBe(row.primary.week.value)
  }
  expect(found).toHaveLength(rows.length)
  return found
}

/** Leaves out of a row what each day is needed for: its line, and percentiles of longer windows. */
function withoutDays({ spark: _, coefficients: __, standing, primary, longExcess, ...row }: FactorRow) {
  const { drawdown: ___, ...others } = standing
  const plain = (cell: Cell) => ({ ...cell, percentile: null })
  const measure = (own: typeof primary) => ({ ...own, month: plain(own.month), year: plain(own.year) })
  return {
    ...row,
    noteLetter: null,
    standing: {
      ...others,
      rank: null,
      lastRank: null,
      quarter: plain(standing.quarter),
      oneYear: plain(standing.oneYear),
    },
    primary: measure(primary),
    longExcess: measure(longExcess),
  }
}

describe('the demo', () => {
  demoStore()

  it('has equal figures by both roads', { timeout: 600_000 }, async () => {
    const days = await getReportDays(3)
    const weeks = weeksToCheck(weekEnds(days?.reported ?? []), 'roads', 0)
    for (const [index, asOf] of sampleOf('roads', weeks, 5).entries()) {
      const found = await expectEqualRoads(3, asOf, CONVENTIONS[index % 2] ?? 'arithmetic')
      expect(found.filter(({ hasGap }) => hasGap)).toEqual([])
    }
  })
})

describe('awkward data', () => {
  const store = emptyStore()
  const [FIRST, LAST] = ['2022-12-26', '2024-03-29']
  const DAYS = shanghaiDays(FIRST, LAST)
  const [SKEWNESS] = SAMPLE_CATALOGUE.factors
  const [ENHANCED] = SAMPLE_CATALOGUE.portfolios
  const ENDING = { ended: '2024-03-13', endedReasonZh: '停止', endedReasonEn: 'Stopped' }
  /** By code: what differs from a factor with every day, and the days that it lacks. */
  const FACTORS: Record<string, { own?: object; lacks?: (day: string) => boolean; hasGap: boolean }> = {
    whole: { hasGap: false },
    gapped: { lacks: (day) => day === '2024-02-28', hasGap: true },
    'gapped-long-ago': { lacks: (day) => day === '2023-03-15', hasGap: true },
    late: { own: { inception: '2023-05-10' }, lacks: (day) => day < '2023-05-10', hasGap: false },
    'begins-late': { lacks: (day) => day < '2023-06-07', hasGap: true },
    'not-begun': { own: { inception: '2025-01-02' }, lacks: () => true, hasGap: false },
    empty: { lacks: () => true, hasGap: true },
    behind: { lacks: (day) => day > '2024-03-27', hasGap: true },
    stopped: { own: ENDING, lacks: (day) => day > ENDING.ended, hasGap: false },
  }
  const ABROAD = ['2024-01-02', '2024-01-03', '2024-01-05', '2024-01-15', '2024-02-01', '2024-03-13', '2024-03-28']
  const draw = (day: string, phase: number) => Number((Math.sin(17 * DAYS.indexOf(day) + phase) / 90).toFixed(6))
  const rowsOf = (code: string, days: readonly string[], phase: number) =>
    days.map((day) => `${day},${code},${[0, 1, 2].map((leg) => draw(day, phase + leg)).join()}`)

  beforeAll(async () => {
    const factors = Object.entries(FACTORS).map(([code, { own }], index) => ({
      ...SKEWNESS,
      code,
      position: index + 1,
      inception: FIRST,
      ...own,
    }))
    const abroad = { ...SKEWNESS, code: 'abroad', position: 20, marketCode: 'US', inception: ABROAD[0] }
    const portfolio = { ...ENHANCED, inception: FIRST, alphaFactorCode: 'whole' }
    const markets = [...SAMPLE_CATALOGUE.markets, { code: 'US', nameZh: '美股', nameEn: 'US', dailyReturnMax: null }]
    await store.loadCatalogue({
      ...SAMPLE_CATALOGUE,
      markets,
      factors: [...factors, abroad],
      portfolios: [portfolio],
      reportIssues: [],
    })
    const rows = Object.entries(FACTORS).flatMap(([code, { lacks }], index) =>
      rowsOf(
        code,
        DAYS.filter((day) => !lacks?.(day)),
        index,
      ),
    )
    const loaded = await store.load(factorCsv(...rows, ...rowsOf('abroad', ABROAD, 30)))
    expect(loaded.faults).toEqual([])
    const earned = DAYS.map((day) => `${day},enhanced,${draw(day, 50)},${draw(day, 51)}`)
    await store.load(portfolioCsv(...earned))
  })

  it.each(['2023-01-06', '2023-12-29', '2024-01-05', '2024-03-01', '2024-03-15', LAST])(
    'has equal figures by both roads, as of %s',
    async (asOf) => {
      for (const convention of CONVENTIONS) {
        const found = await expectEqualRoads(2, asOf, convention)
        if (asOf !== '2024-03-15') continue
        const gaps = Object.fromEntries(found.map(({ row, hasGap }) => [row.code, hasGap]))
        const wanted = Object.entries(FACTORS).map(([code, { hasGap }]) => [code, code === 'behind' ? false : hasGap])
        expect(gaps).toEqual(Object.fromEntries(wanted))
      }
    },
  )

  it('has equal summaries in the API for all series and for named ones', async () => {
    // Two begin in a later year, and one has ended before the last week.
    const counts = { '2023-06-30': 9, '2024-01-05': 10, '2024-03-15': 10, [LAST]: 9 }
    for (const [asOf, count] of Object.entries(counts))
      for (const convention of CONVENTIONS) {
        const all = await summariesEndpoint.read({ asOf, convention }, { version: 3 })
        const codes = [...new Set(all.map(({ code }) => String(code)))]
        expect(codes, asOf).toHaveLength(count)
        // A named series that has ended is as of its end, and one of the week is not.
        const going = codes.filter((code) => code !== 'stopped' || asOf < ENDING.ended)
        const named = await summariesEndpoint.read({ series: going.join(), asOf, convention }, { version: 3 })
        expectNear(
          all.filter(({ code }) => going.includes(String(code))),
          named,
        )
      }
  })

  it('has the line of a series up to its end, in its last week', async () => {
    const rows = await summariesEndpoint.read({ asOf: '2024-03-15' }, { version: 3 })
    const named = await summariesEndpoint.read({ asOf: '2024-03-15', series: 'stopped' }, { version: 3 })
    const [own, wanted] = [rows, named].map((table) => table.find(({ code }) => code === 'stopped'))
    expect([own?.week, own?.year, own?.asOf]).toEqual([null, null, '2024-03-15'])
    expectNear(own?.inception, wanted?.inception)
  })

  it('counts the days in the data of a market whose closures are not known', async () => {
    const [found] = await expectEqualRoads(2, '2024-03-28', 'geometric', 'US')
    expect(found?.row.primary.week.value).not.toBeNull()
    expect(found?.row.primary.winRate.periods).toBe(3)
  })
})
