import { beforeAll, describe, expect, it } from 'vitest'
import { type SeriesHistory, seriesHistory } from '@/lib/analysis/history'
import { measuredFactor } from '@/lib/analysis/measured-series'
import { periodBetween } from '@/lib/analysis/periods'
import { periodStatistics } from '@/lib/analysis/statistics/statistics'
import { CONVENTIONS } from '@/lib/base/convention'
import type { FigureContext } from '@/lib/figures/kinds/figure-kind'
import { splitRows } from '@/lib/figures/kinds/leg-split'
import { seriesRows } from '@/lib/figures/kinds/series-chart'
import { translatorFor } from '@/lib/messages/translate'
import { type Demo, readDemo } from '@/lib/testing/report/demo-inputs'
import { periodAddress, periodFigures, periodReading, selectionOf } from './period-reading'
import type { SeriesRows } from './rows'
import { LEG_ROLES, type LegRole } from './terms'

const CODE = 'intraday-skewness'
const WORDS = { comma: ', ', selected: 'FROM to TO', perYear: ' (RATE% a year)', deepest: 'deepest' }

const CONTEXT: FigureContext = {
  asOf: '2024-08-30',
  locale: 'en',
  convention: 'arithmetic',
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

function selectable(legs: readonly LegRole[] = LEG_ROLES): SeriesRows {
  const span = periodBetween(history)
  if (!span) throw new Error('the demo has days')
  const terms = { from: '2014-01-02', to: '2024-08-30', axis: 'log' as const, legs }
  return seriesRows({ history, span }, { ...CONTEXT, terms })
}

function select({ dates }: SeriesRows, a: number, b: number) {
  const selection = selectionOf(dates, a, b)
  if (!selection) throw new Error(`nothing between ${a} and ${b}`)
  return selection
}

/** Multiplies the returns of a leg in the demo's file. */
function product(leg: 'long' | 'short' | 'benchmark', { from, to }: { from: string; to: string }): number {
  return demo.rows
    .filter(({ series, date }) => series === CODE && String(date) >= from && String(date) <= to)
    .reduce((grown, row) => grown * (1 + Number(row[leg])), 1)
}

describe('a selected period', () => {
  it.each(CONVENTIONS)('has the same figures as the statistics of that period, %s', (convention) => {
    const rows = selectable([])
    const last = rows.dates.length - 1
    for (const [a, b] of [
      [0, last],
      [last - 5, last],
      [1300, 900],
      [17, 18],
      [2000, 2400],
    ] as const) {
      const selection = select(rows, a, b)
      const span = periodBetween(history, selection.from, selection.to)
      if (!span) throw new Error('a selection has days')
      const { returns, fall } = periodFigures(rows, selection)
      const { periodReturn, annualisedReturn, maximumDrawdown } = periodStatistics(history, span, convention)
      expect(returns[0]?.total).toBeCloseTo(periodReturn.value ?? Number.NaN, 12)
      if (annualisedReturn.value === null) expect(returns[0]?.perYear).toBeNull()
      else expect(returns[0]?.perYear).toBeCloseTo(annualisedReturn.value, 12)
      expect(fall).toBeCloseTo(maximumDrawdown?.depth ?? Number.NaN, 12)
    }
  })

  it('multiplies the returns of the file for each leg, and divides long by short', () => {
    const rows = selectable()
    const selection = select(rows, 2300, 2400)
    const [long, short, benchmark] = (['long', 'short', 'benchmark'] as const).map((leg) => product(leg, selection))
    const expected = [Number(long) / Number(short), long, short, benchmark].map((value) => Number(value) - 1)
    const { returns } = periodFigures(rows, selection)
    expect(returns).toEqual(expected.map((total) => ({ total: expect.closeTo(total, 12), perYear: null })))
  })

  it('splits into sides whose growth multiplies to the total', () => {
    const span = periodBetween(history)
    const rows = span && splitRows({ history, span }, CONTEXT)
    if (!rows) throw new Error('a factor has a split')
    const { returns, fall } = periodFigures(rows, select(rows, 400, 650))
    const [net, long, short] = returns.map(({ total }) => 1 + Number(total))
    expect(net).toBeCloseTo(Number(long) * Number(short), 12)
    expect(fall).toBeNull()
  })

  it('has a text for each line, with the rate per year above a year, and no values after a missing day', () => {
    const rows = selectable(['against'])
    const selection = select(rows, 10, 20)
    const percent = (value: number) => `${(value * 100).toFixed(2)}%`
    const textOf = ({ start, end }: { start: number; end: number }) =>
      periodReading(rows, end, select(rows, start, end), WORDS)
        .replaceAll('−', '-')
        .replaceAll('+', '')
    const short = product('short', selection)
    expect(textOf(selection)).toContain(
      `${selection.from} to ${selection.to}, Long–short ${percent(product('long', selection) / short - 1)}, Short ${percent(short - 1)}, deepest -`,
    )
    const long = select(rows, 100, 1000)
    const ratio = product('long', long) / product('short', long)
    expect(textOf(long)).toContain(
      `Long–short ${percent(ratio - 1)} (${percent(ratio ** (252 / 900) - 1)} a year), Short`,
    )
    const broken = {
      ...rows,
      lines: rows.lines.map((line) => ({ ...line, values: line.values.map((value, at) => (at < 15 ? value : null)) })),
    }
    const nothing = { total: null, perYear: null }
    expect(periodFigures(broken, selection)).toEqual({ returns: [nothing, nothing], fall: null })
  })

  it('is the same from either end, is null for a single day, and has its address', () => {
    const rows = selectable()
    expect(select(rows, 20, 10)).toEqual(select(rows, 10, 20))
    expect(selectionOf(rows.dates, 10, 10)).toBeNull()
    const { from, to } = select(rows, 10, 20)
    expect([from, to]).toEqual([rows.dates[11], rows.dates[20]])
    expect(periodAddress('/x?from=FROM&to=TO', select(rows, 10, 20))).toBe(`/x?from=${from}&to=${to}`)
  })
})
