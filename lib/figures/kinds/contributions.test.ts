/** Contributions of the demo, computed again from the lines of its files by another road. */
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { type SeriesHistory, seriesHistory } from '@/lib/analysis/history'
import { measuredPortfolio } from '@/lib/analysis/measured-series'
import { lastDaysOfWeeks, mondayOf, yearOf } from '@/lib/base/dates'
import type { ContributionDay } from '@/lib/db/queries/get-contributions'
import type { Component } from '@/lib/db/queries/get-localised-components'
import { type ContributionRows, LINES_MAX, waterfallLines } from '@/lib/figures/rows/contribution-rows'
import { translatorFor } from '@/lib/messages/translate'
import { demoFiles } from '@/lib/testing/demo/demo-files'
import { type CsvRow, readRows } from '@/lib/testing/demo/demo-rows'
import { expectNear } from '@/lib/testing/metrics/expect-near'
import { type Demo, readDemo } from '@/lib/testing/report/demo-inputs'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { contributions } from './contributions'
import type { FigureContext } from './figure-kind'

const CODE = 'csi1000-ai-enhanced'
let demo: Demo
let lines: CsvRow[]
let components: Component[]

beforeAll(async () => {
  demo = await readDemo()
  const files = await demoFiles()
  lines = readRows(await readFile(files.contributions, 'utf8')).filter(({ series }) => series === CODE)
  const known: { component: string; position: number; nameEn: string }[] = JSON.parse(
    await readFile(files.catalogue, 'utf8'),
  ).components
  components = known.map(({ component, position, nameEn }) => ({ component, position, name: nameEn }))
}, 60_000)

function historyTo(asOf: string): SeriesHistory {
  const entry = demo.catalogue.portfolios.find(({ code }) => code === CODE)
  if (entry === undefined) throw new Error('the demo has this portfolio')
  const days = demo.days.filter((day) => day <= asOf)
  return seriesHistory(
    'portfolio',
    measuredPortfolio(
      entry,
      demo.portfolioReturns.find(({ code }) => code === CODE),
      days,
    ),
    days,
  )
}

/** The days with contributions from one day to another. */
function daysIn(from: string, to: string): ContributionDay[] {
  const dates = [...new Set(lines.map(({ date }) => date))].filter((date) => date >= from && date <= to)
  return dates.map((date) => ({
    date,
    parts: lines
      .filter((line) => line.date === date)
      .map(({ group = '', component = '', contribution }) => ({
        group,
        component: component || null,
        value: Number(contribution),
      })),
  }))
}

function contextOf(convention: FigureContext['convention'], asOf: string): FigureContext {
  return { asOf, locale: 'en', convention, names: ['CSI 1000'], t: translatorFor('en') }
}

/** Returns the rows of the figure from a first day to the end of a week. */
function rowsOf(from: string, asOf: string, convention: FigureContext['convention'] = 'arithmetic') {
  const history = historyTo(asOf)
  const span = { from: history.days.findIndex((day) => day >= from), to: history.days.length }
  const known = { days: daysIn(from, asOf), components }
  if (contributions.source.of !== 'contributions') throw new Error('the figure is of contributions')
  return contributions.source.rows({ history, span, known }, contextOf(convention, asOf))
}

/** Links by the formula of the paper, over the lines of the files. */
function linked(from: string, to: string): { byPart: Map<string, number>; whole: number; base: number } {
  const returns = demo.rows.filter(({ series, date }) => series === CODE && date >= from && date <= to)
  const growth = (leg: string) => returns.reduce((product, row) => product * (1 + Number(row[leg])), 1)
  const [whole, base] = [growth('portfolio'), growth('benchmark')]
  const weight = (a: number, b: number) => (a === b ? 1 / b : (Math.log(a) - Math.log(b)) / (a - b))
  const byPart = new Map<string, number>()
  for (const row of returns) {
    const k = weight(1 + Number(row.portfolio), 1 + Number(row.benchmark)) / weight(whole, base)
    for (const line of lines.filter(({ date }) => date === row.date)) {
      const part = `${line.group}/${line.component}`
      byPart.set(part, (byPart.get(part) ?? 0) + Number(line.contribution) * k)
    }
  }
  return { byPart, whole, base }
}

const WEEKS = lastDaysOfWeeks(['2023-01-13', '2023-06-30', '2023-12-29', '2024-02-08', '2024-05-31', '2024-08-30'])

describe('the waterfall of the demo', () => {
  it.each(sampleOf('weeks of contributions', WEEKS, 3))(
    'of week and year to %s is what the daily lines link to',
    (asOf) => {
      for (const first of [mondayOf(asOf), `${yearOf(asOf)}-01-01`]) {
        const from = demo.days.find((day) => day >= first) ?? ''
        const rows = rowsOf(from, asOf)
        if (rows === null) throw new Error('these weeks have contributions')
        const { byPart, whole, base } = linked(from, asOf)
        const codeOf = (name: string) => components.find((each) => each.name === name)?.component
        const found = rows.groups.flatMap(({ name, value, components: own }) =>
          own.length === 0
            ? [[`${codeOf(name)}/`, value] as const]
            : own.map((each) => [`${codeOf(name)}/${codeOf(each.name)}`, each.value] as const),
        )
        expectNear(Object.fromEntries([...found].sort()), Object.fromEntries([...byPart].sort()))
        expectNear(rows.excess, whole - base)
        const drawn = waterfallLines(rows)
        expectNear(drawn.at(-1)?.end, whole - base)
        expectNear(drawn.at(-2)?.end, whole - base)
        const geometric = rowsOf(from, asOf, 'geometric')
        expectNear(geometric?.excess, whole / base - 1)
        expectNear(waterfallLines(geometric as ContributionRows).at(-1)?.end, whole / base - 1)
      }
    },
  )

  it('keeps the order of the catalogue, and says the same in its table, file and text', () => {
    const rows = rowsOf('2024-08-26', '2024-08-30') as ContributionRows
    expect(rows.groups.map(({ name }) => name)).toEqual([
      'Style factors',
      'Industries',
      'Stock selection',
      'Trading costs',
    ])
    const context = contextOf('arithmetic', '2024-08-30')
    const { rows: shown } = contributions.table(rows, context)
    expect(shown).toHaveLength(14)
    expect(shown[1]?.[0]).toBe('Style factors: Size')
    const { rows: exported } = contributions.exportTable(rows, context)
    const parts = exported.slice(0, -1).map(([, , value]) => Number(value))
    expectNear(
      parts.reduce((sum, value) => sum + value, 0),
      exported.at(-1)?.[2],
    )
    expect(contributions.summary(rows, context)).toContain('the excess from 2024-08-26 to 2024-08-30 is ')
  })
})

it('has a reason and no value when a day of the window lacks contributions, and no rows when all do', () => {
  const rows = rowsOf('2022-12-26', '2023-01-06') as ContributionRows
  expect(rows.groups).toEqual([])
  expect(rows.excess).not.toBeNull()
  expect(contributions.emptyReason?.(rows, contextOf('arithmetic', '2023-01-06'))).toBe(
    'No value: 5 trading days of this window have no contributions, first 2022-12-26.',
  )
  expect(rowsOf('2022-12-26', '2022-12-30')).toBeNull()
})

it('shows groups alone when components do not fit, and the smallest groups as one', () => {
  const part = (name: string, value: number) => ({ name, value })
  const rowsWith = (groups: number, each: number): ContributionRows => ({
    shape: 'contributions',
    ...{ from: '', to: '', excess: null, missing: null, totalLabel: 'Excess', othersLabel: 'Others' },
    groups: Array.from({ length: groups }, (_, index) => ({
      ...part(`g${index}`, (index + 1) / 1_000),
      components: Array.from({ length: each }, (_value, at) => part(`c${at}`, (index + 1) / 1_000 / each)),
    })),
  })
  expect(waterfallLines(rowsWith(2, 7))).toHaveLength(17)
  expect(waterfallLines(rowsWith(3, 7)).map(({ role }) => role)).toEqual(['group', 'group', 'group', 'total'])
  const many = waterfallLines(rowsWith(30, 0))
  expect(many).toHaveLength(LINES_MAX)
  expect(many.at(-2)).toMatchObject({ name: 'Others (14)', role: 'group' })
  expectNear(many.at(-1)?.end, 0.465)
})
