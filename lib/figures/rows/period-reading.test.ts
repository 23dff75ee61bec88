import { beforeAll, describe, expect, it } from 'vitest'
import { type SeriesHistory, seriesHistory } from '@/lib/analysis/history'
import { measuredFactor } from '@/lib/analysis/measured-series'
import { periodBetween } from '@/lib/analysis/periods'
import { periodStatistics } from '@/lib/analysis/statistics'
import { CONVENTIONS } from '@/lib/base/convention'
import type { FigureContext } from '@/lib/figures/kinds/figure-kind'
import { splitRows } from '@/lib/figures/kinds/leg-split'
import { seriesRows } from '@/lib/figures/kinds/series-chart'
import { translatorFor } from '@/lib/messages/translate'
import { type Demo, readDemo } from '@/lib/testing/report/demo-inputs'
import { periodAddress, periodFigures, periodReading, type SelectableSeries, selectionOf } from './period-reading'
import { LEG_ROLES } from './terms'

const CODE = 'intraday-skewness'
const WORDS = { comma: ', ', selected: 'FROM to TO', deepest: 'deepest' }

const CONTEXT: Omit<FigureContext, 'convention'> = {
  asOf: '2024-08-30',
  locale: 'en',
  terms: { from: '2014-01-02', to: '2024-08-30', axis: 'log', legs: LEG_ROLES },
  names: [],
  t: translatorFor('en'),
}

let demo: Demo
let history: SeriesHistory
beforeAll(async () => {
  demo = await readDemo()
  const entry = demo.catalogue.factors.find(({ code }) => code === CODE)
  if (!entry) throw new Error(`the demo has no ${CODE}`)
  const raw = demo.factorReturns.find(({ code }) => code === CODE)
  history = seriesHistory('factor', measuredFactor(entry, raw, demo.days), demo.days)
})

function selectable(
  convention: SelectableSeries['convention'],
  drawn: SelectableSeries['drawn'] = ['net', ...LEG_ROLES],
): SelectableSeries {
  const span = periodBetween(history)
  if (!span) throw new Error('the demo has days')
  return { rows: seriesRows({ history, span }, { ...CONTEXT, convention }), drawn, convention }
}

function select({ rows }: SelectableSeries, a: number, b: number) {
  const selection = selectionOf(rows.dates, a, b)
  if (!selection) throw new Error(`nothing between ${a} and ${b}`)
  return selection
}

describe('a selected period', () => {
  it.each(CONVENTIONS)('has the same figures as the tables of that period, %s', (convention) => {
    const series = selectable(convention)
    const last = series.rows.dates.length - 1
    for (const [a, b] of [
      [0, last],
      [last - 5, last],
      [1300, 900],
      [17, 18],
      [2000, 2400],
    ] as const) {
      const selection = select(series, a, b)
      const span = periodBetween(history, selection.from, selection.to)
      if (!span) throw new Error('a selection has days')
      const figures = periodFigures(series, selection)
      const { periodReturn, maximumDrawdown } = periodStatistics(history, span, convention)
      expect(figures.returns[0]).toBeCloseTo(periodReturn.value ?? Number.NaN, 12)
      expect(figures.fall).toBeCloseTo(maximumDrawdown?.depth ?? Number.NaN, 12)
    }
  })

  it('multiplies the returns of the file for each leg', () => {
    const series = selectable('arithmetic')
    const selection = select(series, 2300, 2400)
    const rows = demo.rows.filter(
      ({ series, date }) => series === CODE && String(date) >= selection.from && String(date) <= selection.to,
    )
    expect(rows).toHaveLength(100)
    const product = (leg: 'long' | 'short' | 'benchmark') =>
      rows.reduce((grown, row) => grown * (1 + Number(row[leg])), 1) - 1
    const [long, short] = [product('long'), product('short')]
    const expected = [long - short, long, short, product('benchmark')]
    for (const [at, value] of periodFigures(series, selection).returns.entries())
      expect(value).toBeCloseTo(expected[at] ?? Number.NaN, 12)
  })

  it.each(CONVENTIONS)('splits into parts that make the total, %s', (convention) => {
    const span = periodBetween(history)
    const rows = span && splitRows({ history, span }, { ...CONTEXT, convention })
    if (!rows) throw new Error('a factor has a split')
    const series: SelectableSeries = { rows, drawn: ['net', 'leg', 'against'], convention }
    const { returns, fall } = periodFigures(series, select(series, 400, 650))
    const [net, long, short] = returns.map(Number)
    const made =
      convention === 'arithmetic' ? Number(long) + Number(short) : (1 + Number(long)) * (1 + Number(short)) - 1
    expect(net).toBeCloseTo(made, 12)
    expect(fall).toBeNull()
  })

  it('reads only the drawn lines, needs both legs for the main one, and has no values after a missing day', () => {
    const series = selectable('arithmetic', ['net', 'against'])
    const selection = select(series, 10, 20)
    const [net, short] = periodFigures(series, selection).returns
    const percent = (value: number | null | undefined) => `${((value ?? Number.NaN) * 100).toFixed(2)}%`
    const reading = periodReading(series, 20, selection, WORDS).replaceAll('−', '-').replaceAll('+', '')
    expect(reading).toContain(
      `${selection.from} to ${selection.to}, Long–short ${percent(net)}, Short ${percent(short)}, deepest -`,
    )
    const broken = {
      ...series,
      rows: {
        ...series.rows,
        lines: series.rows.lines.map((line) => ({
          ...line,
          values: line.values.map((value, at) => (at < 15 ? value : null)),
        })),
      },
    }
    expect(periodFigures(broken, selection)).toEqual({ returns: [null, null], fall: null })
  })

  it('is the same from either end, is null for a single day, and has its address', () => {
    const series = selectable('arithmetic')
    expect(select(series, 20, 10)).toEqual(select(series, 10, 20))
    expect(selectionOf(series.rows.dates, 10, 10)).toBeNull()
    const { from, to } = select(series, 10, 20)
    expect([from, to]).toEqual([series.rows.dates[11], series.rows.dates[20]])
    expect(periodAddress('/x?from=FROM&to=TO', select(series, 10, 20))).toBe(`/x?from=${from}&to=${to}`)
  })
})
