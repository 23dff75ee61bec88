import { parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildReport } from '@/lib/report/build/build-report'
import type { Report } from '@/lib/report/model/report'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { plainRisk } from '@/lib/testing/report/plain-figures'
import { PUBLISHED_FACTORS, PUBLISHED_PORTFOLIOS, type PublishedFigures } from '@/prisma/demo/published'
import { contributionSheet } from './contribution-sheet'
import { summaryTable } from './summary-tables'
import { summaryWorkbook } from './summary-workbook'
import { writeCsv } from './write-csv'

let demo: Demo
beforeAll(async () => {
  demo = await readDemo()
})

const reportIn = (locale: 'zh' | 'en', asOf = '2024-08-30') => buildReport(demoInputs(demo, asOf, { locale }))

/** Returns week, month and year in per cent and both counts, by series and measure, from the cells of a file. */
function figuresOf(rows: unknown[][]): Map<string, number[]> {
  const rounded = (cell: unknown) => Math.round(Number(cell) * 10_000) / 100
  return new Map(
    rows.map((row) => [`${row[2]} ${row[5]}`, [...row.slice(6, 9).map(rounded), Number(row[9]), Number(row[10])]]),
  )
}

/** Returns a portfolio's own returns of week, month and year in per cent, without a win rate, from the daily rows. */
function absoluteOf(code: string): number[] {
  const grown = (since: string) => {
    const days = demo.rows.filter(({ series, date }) => series === code && date >= since && date <= '2024-08-30')
    return days.reduce((product, { portfolio }) => product * (1 + Number(portfolio)), 1) - 1
  }
  const figures = ['2024-08-26', '2024-08-01', '2024-01-01'].map((since) => Math.round(grown(since) * 10_000) / 100)
  return [...figures, 0, 0]
}

/** Returns tracking error, information ratio and maximum drawdown from 2023-08-31 to 2024-08-30, from the daily rows. */
function riskOf(code: string): [number, number, number] {
  const own = demo.rows.filter(({ series, date }) => series === code && date > '2023-08-30' && date <= '2024-08-30')
  const daily = own.map(({ portfolio, benchmark }) => (1 + Number(portfolio)) / (1 + Number(benchmark)) - 1)
  const { mean, deviation, deepest } = plainRisk(daily)
  expect(daily.length).toBeGreaterThan(230)
  return [deviation * Math.sqrt(252), (mean / deviation) * Math.sqrt(252), deepest]
}

function linesOf(report: Report): string[][] {
  return parse(writeCsv(summaryTable(report)), { bom: true })
}

/** The contributions of each portfolio add up to its excess of week, month and year. */
function expectContributions({ table2 }: Report, [, ...rows]: unknown[][]): void {
  expect(rows).toHaveLength(2 * 11)
  for (const { code, primary } of table2) {
    const own = rows.filter(([series]) => series === code)
    for (const [index, cell] of [primary.week, primary.month, primary.year].entries()) {
      const sum = own.reduce((total, row) => total + Number(row[4 + index]), 0)
      expect(sum, code).toBeCloseTo(Number(cell.value), 12)
    }
  }
}

describe.each(['zh', 'en'] as const)('the summary in %s', (locale) => {
  it('is CSV with a byte-order mark, a line for each series and measure, and full precision', () => {
    const report = reportIn(locale)
    expect(writeCsv(summaryTable(report)).startsWith('\uFEFF')).toBe(true)
    const [head, ...lines] = linesOf(report)
    expect([head?.length, lines.length]).toEqual([19, 14 * 2 + 2 * 2])
    const first = report.table1.flatMap(({ rows }) => rows).find(({ number }) => number === 1)
    expect(Number(lines[0]?.[6])).toBe(first?.primary.week.value)
    expect(lines[0]?.slice(12, 14)).toEqual(['2024-08-30', '3'])
  })

  it('is a workbook with the same figures as typed cells, one table on each sheet', async () => {
    const report = reportIn(locale)
    const sheet = contributionSheet(demoInputs(demo, '2024-08-30', { locale }))
    const bytes = Buffer.from(await summaryWorkbook(report, report.market, sheet, null))
    const [first, second, market, contributions, ...others] = await readXlsxFile(bytes)
    expect(others).toEqual([])
    const benchmarks = market?.data.slice(1).map(([code, , week]) => [code, week])
    expect(benchmarks).toEqual(report.market.map(({ code, returns }) => [code, returns.week.value]))
    const sheets = [first, second].filter((sheet) => sheet !== undefined)
    expectContributions(report, contributions?.data ?? [])
    const rows = sheets.flatMap(({ data }) => data.slice(1))
    expect(figuresOf(rows)).toEqual(figuresOf(linesOf(report).slice(1)))
    expect(typeof rows[0]?.[6]).toBe('number')
    expect(rows[0]?.[12]).toEqual(new Date('2024-08-30'))
  })
})

it('has the published figures', () => {
  const published = ({ week, mtd, ytd, wins }: PublishedFigures, periods: number) => [week, mtd, ytd, wins, periods]
  const expected = new Map([
    ...PUBLISHED_FACTORS.flatMap(({ code, longShort, longExcess }): [string, number[]][] => [
      [`${code} 多空收益`, published(longShort, 8)],
      [`${code} 多头超额`, published(longExcess, 8)],
    ]),
    ...PUBLISHED_PORTFOLIOS.map(({ code, excess }): [string, number[]] => [`${code} 超额收益`, published(excess, 34)]),
  ])
  const found = figuresOf(linesOf(reportIn('zh')).slice(1))
  for (const { code } of PUBLISHED_PORTFOLIOS) expected.set(`${code} 绝对收益`, absoluteOf(code))
  expect(found).toEqual(expected)
})

it('leaves missing figures empty, with the reason beside them', () => {
  const portfolio = linesOf(reportIn('en', '2014-08-29')).at(-1)
  expect(portfolio?.slice(6, 9)).toEqual(['', '', ''])
  expect(portfolio?.[15]).toMatch(/has data from \d{4}-\d{2}-\d{2}/)
})

it('has the risk of the excess over one year, as plain loops over the daily rows find it', () => {
  const lines = linesOf(reportIn('en')).filter(([table]) => table === '2')
  for (const [, , code = '', , , measure, ...others] of lines) {
    if (measure === 'Absolute return') expect(others.slice(-3)).toEqual(['', '', ''])
    else
      for (const [index, value] of riskOf(code).entries())
        expect(Number(others.slice(-3)[index])).toBeCloseTo(value, 10)
  }
  expect(lines).toHaveLength(4)
  const began = linesOf(reportIn('en', '2014-08-29')).filter(([table]) => table === '2')
  for (const line of began) expect(line.slice(-3)).toEqual(['', '', ''])
})

describe('text that could be a formula', () => {
  const hostile = ['=1+1', '+A1', '-2', '@SUM(A1)', '\tx', '=HYPERLINK("http://x","y")']
  const table = {
    columns: [{ header: 'Name', type: 'text' as const }],
    rows: hostile.map((text) => [text]),
  }

  it('begins with an apostrophe in CSV, and quotes are doubled', () => {
    const [, ...lines] = parse(writeCsv(table), { bom: true })
    expect(lines.map(([text]: string[]) => text)).toEqual(hostile.map((text) => `'${text}`))
  })
})
