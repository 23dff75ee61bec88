/** Tests order, numbers and texts of a report's sections with a small catalogue. */
import { expect, it } from 'vitest'
import type { ReportInputs } from '@/lib/report/model/inputs'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { sampleFactorEntry, samplePortfolioEntry } from '@/lib/testing/report/sample-rows'
import { buildReport } from './build-report'

const DAYS = shanghaiDays('2024-01-01', '2024-08-30')
const FACTORS = [
  { code: 'a', position: 1, familyCode: 'y' },
  { code: 'b', position: 2, familyCode: 'x' },
  { code: 'c', position: 5, familyCode: 'y', inception: '2024-12-02' },
]
/** English texts of the sample factor; the sample itself is in Chinese. */
const ENGLISH = {
  name: 'Skewness factor',
  otherName: '偏度因子',
  shortName: 'Skewness',
  description: 'Description.',
  universe: 'all stocks',
}
const PORTFOLIOS = [samplePortfolioEntry({ code: 'p' }), samplePortfolioEntry({ code: 'q', position: 2 })]

function inputs(overrides: Partial<ReportInputs> = {}): ReportInputs {
  const flat = (codes: string[]) => codes.map((code) => ({ code, dates: DAYS, returns: DAYS.map(() => 0) }))
  return {
    version: 1,
    locale: 'en',
    convention: 'arithmetic',
    window: 'week',
    only: null,
    isDemo: false,
    publisher: 'A Desk',
    restatements: [],
    laterRestatements: [],
    market: 'CN',
    markets: ['CN'],
    days: DAYS,
    issue: null,
    ended: { factors: [], portfolios: [] },
    many: null,
    coefficients: [],
    contributions: [],
    components: [],
    catalogue: {
      markets: [],
      families: ['x', 'y', 'z'].map((code, index) => ({ code, position: index + 1, name: code })),
      factors: FACTORS.map((own) => sampleFactorEntry({ ...own, ...(overrides.locale === 'zh' ? {} : ENGLISH) })),
      portfolios: PORTFOLIOS,
      indices: [],
    },
    factorReturns: flat(['a', 'b']).map(({ returns, ...own }) => ({
      ...own,
      long: returns,
      short: returns,
      benchmark: returns,
    })),
    portfolioReturns: flat(['p', 'q']).map(({ returns, ...own }) => ({
      ...own,
      portfolio: returns,
      benchmark: returns,
    })),
    indexReturns: [],
    provisionalYears: [],
    ...overrides,
  }
}

function outline(overrides: Partial<ReportInputs> = {}): string[] {
  return buildReport(inputs(overrides)).sections.map((section) => {
    if (section.kind === 'risk') return `${section.number} risk`
    const figures = section.kind === 'factor' ? section.figures : section.parts.flatMap((part) => part.figures)
    return `${section.number} ${section.kind}: ${figures.map(({ number, code }) => `${number}${code}`).join()}`
  })
}

it('numbers figures through all sections and gives the sections after the factors the next numbers', () => {
  expect(outline()).toEqual([
    '1 factor: 1a,2a',
    '2 factor: 3b,4b',
    '5 factor: 5c,6c',
    '6 portfolios: 7p,8p,9q,10q',
    '7 risk',
  ])
})

it('leaves out the portfolio section when there are no portfolios', () => {
  const { factors, families, markets } = inputs().catalogue
  const report = buildReport(inputs({ catalogue: { markets, families, factors, portfolios: [], indices: [] } }))
  expect(report.sections.map(({ kind, number }) => `${number} ${kind}`)).toEqual([
    '1 factor',
    '2 factor',
    '5 factor',
    '6 risk',
  ])
  expect([report.table2, report.table2Note]).toEqual([[], 'in %'])
})

it('contains only the one series when a report is of one series', () => {
  expect(outline({ only: 'b' })).toEqual(['2 factor: 1b,2b', '3 risk'])
  expect(outline({ only: 'q' })).toEqual(['1 portfolios: 1q,2q', '2 risk'])
})

it('groups table 1 by family and leaves out an empty family', () => {
  const { table1 } = buildReport(inputs())
  expect(table1.map(({ code, rows }) => `${code}: ${rows.map((row) => row.code)}`)).toEqual(['x: b', 'y: a,c'])
})

it('gives a factor without data dashes, a letter, a reason and nothing to draw', () => {
  const { table1, sections, missingNotes, headline } = buildReport(inputs())
  const row = table1[1]?.rows[1]
  const [section] = sections.filter((candidate) => candidate.kind === 'factor' && candidate.code === 'c')
  expect([row?.primary.week.value, row?.primary.winRate, row?.noteLetter]).toEqual([null, { wins: 0, periods: 0 }, 'a'])
  expect(missingNotes).toEqual([{ letter: 'a', code: 'c', text: expect.stringContaining('from 2024-12-02') }])
  const [line, bars] = section?.kind === 'factor' ? section.figures : []
  expect(line?.emptyReason).toBe('Skewness factor has data from 2024-12-02.')
  expect(bars?.emptyReason).toBe('None of the three periods has a value.')
  expect(headline[0]).toBe('All 2 factors with data were flat; ')
})

it('gives a line of its own to each series that the catalogue wants one for, but not without a figure', () => {
  const factors = FACTORS.map((own) => sampleFactorEntry({ ...own, ownKeyPoint: own.code !== 'a' }))
  const { catalogue } = inputs()
  const report = buildReport(inputs({ catalogue: { ...catalogue, factors } }))
  expect(report.ownKeyPoints.map(({ code }) => code)).toEqual(['b'])
})

it('names the owner of the data and uses the words of the catalogue', () => {
  const [section] = buildReport(inputs()).sections
  expect(section).toMatchObject({ facts: 'Rebalanced monthly; all stocks; since 2014-01', description: 'Description.' })
  const [demo] = buildReport(inputs({ isDemo: true, locale: 'zh' })).sections
  expect(demo).toMatchObject({ title: '偏度因子', facts: '月度调仓，全市场，2014-01 起', description: '描述。' })
  const source = (part: typeof section) => (part?.kind === 'factor' ? part.figures[0]?.source : undefined)
  expect([source(section), source(demo)]).toEqual(['A Desk', 'A Desk，演示用合成序列'])
})

it('throws without trading days', () => expect(() => buildReport(inputs({ days: [] }))).toThrow(RangeError))
