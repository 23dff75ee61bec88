import { beforeAll, describe, expect, it } from 'vitest'
import { type SeriesHistory, seriesHistory } from '@/lib/analysis/history'
import { measuredFactor } from '@/lib/analysis/measured-series'
import { periodBetween } from '@/lib/analysis/periods'
import { figureTexts } from '@/lib/figures/page-figure'
import { LEG_ROLES, type LegRole } from '@/lib/figures/rows/terms'
import { translatorFor } from '@/lib/messages/translate'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { type Demo, readDemo } from '@/lib/testing/report/demo-inputs'
import type { FigureContext } from './figure-kind'
import { splitRows } from './leg-split'
import { seriesRows } from './series-chart'

const CODE = 'intraday-skewness'

function contextWith(legs: readonly LegRole[]): FigureContext {
  const terms = { from: '', to: '', axis: 'log' as const, legs }
  return { asOf: '', locale: 'en', convention: 'arithmetic', terms, names: [], t: translatorFor('en') }
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

/** Returns the rows of the demo file, by day. */
function fileRows(from: string, to: string) {
  return demo.rows
    .filter(({ series, date }) => series === CODE && String(date) >= from && String(date) <= to)
    .map(({ date, long, short, benchmark }) => ({
      date: String(date),
      long: Number(long),
      short: Number(short),
      benchmark: Number(benchmark),
    }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

function chartOver(from: string, to: string) {
  const span = periodBetween(history, from, to)
  if (!span) throw new Error('the demo has days then')
  return seriesRows({ history, span }, contextWith(LEG_ROLES))
}

describe('a series over a period', () => {
  it('multiplies the returns of the file, from 1 at the close before', () => {
    const rows = fileRows('2021-09-01', '2024-08-30')
    const chart = chartOver('2021-09-01', '2024-08-30')
    expect(chart.dates.slice(1)).toEqual(rows.map(({ date }) => date))
    const [net, leg, against, benchmark] = chart.lines.map(({ values }) => values)
    const nav = { long: 1, short: 1, benchmark: 1 }
    for (const [day, row] of [{ date: '', long: 0, short: 0, benchmark: 0 }, ...rows].entries()) {
      nav.long *= 1 + row.long
      nav.short *= 1 + row.short
      nav.benchmark *= 1 + row.benchmark
      expect(leg?.[day]).toBeCloseTo(nav.long, 12)
      expect(against?.[day]).toBeCloseTo(nav.short, 12)
      expect(benchmark?.[day]).toBeCloseTo(nav.benchmark, 12)
      expect(net?.[day]).toBeCloseTo(nav.long / nav.short, 12)
    }
  })

  it('computes the drawdown, and shades the three deepest falls that a search finds', () => {
    const chart = chartOver('2014-01-02', '2024-08-30')
    const values = (chart.lines[0]?.values ?? []).map(Number)
    // The lowest value below each peak until it is reached again, found by checking every pair.
    const deepest: number[] = []
    for (let peak = 0; peak < values.length; ) {
      const top = values[peak] ?? Number.NaN
      const again = values.findIndex((value, at) => at > peak && value >= top)
      const end = again < 0 ? values.length : again
      const low = Math.min(...values.slice(peak, end))
      if (low < top) deepest.push(low / top - 1)
      peak = end
    }
    const expected = deepest.sort((a, b) => a - b).slice(0, 3)
    expect(chart.drawdown?.falls.map(({ depth }) => depth)).toEqual(expected)
    for (const [at, fall] of (chart.drawdown?.values ?? []).entries()) {
      expect(fall).toBeCloseTo((values[at] ?? Number.NaN) / Math.max(...values.slice(0, at + 1)) - 1, 12)
    }
  })

  it('splits into lines that multiply at each close and end at ratios of the file', () => {
    const span = periodBetween(history, '2023-01-03', '2024-08-30')
    const chart = span && splitRows({ history, span }, contextWith([]))
    const [net, long, short] = (chart?.lines ?? []).map(({ values }) => values.map(Number))
    for (const [at, value] of (net ?? []).entries())
      expect(value).toBeCloseTo((long?.[at] ?? Number.NaN) * (short?.[at] ?? Number.NaN), 12)
    const rows = fileRows('2023-01-03', '2024-08-30')
    const ratio = rows.reduce((total, row) => (total * (1 + row.long)) / (1 + row.benchmark), 1)
    expect(long?.at(-1)).toBeCloseTo(ratio, 12)
    expect(chart?.axis).toBe('log')
  })

  it('ends at a missing day and shades nothing after it', () => {
    const days = shanghaiDays('2024-01-02', '2024-01-10')
    const leg = [0.1, -0.2, null, 0.3, -0.5, 0.1, 0.1]
    const gap: SeriesHistory = {
      code: 'gap',
      kind: 'factor',
      daysPerYear: 252,
      inception: '2024-01-02',
      start: 0,
      end: days.length,
      days,
      leg,
      against: leg.map(() => 0),
      benchmark: null,
    }
    const chart = seriesRows({ history: gap, span: { from: 0, to: 7 } }, contextWith(['benchmark']))
    expect(chart.lines).toHaveLength(1)
    expect(chart.lines[0]?.values.slice(3)).toEqual([null, null, null, null, null])
    expect(chart.drawdown?.falls).toMatchObject([{ peak: 1, trough: 2, recovery: null }])
  })

  it('says why it is empty when the first day of the period has no data', () => {
    const late = { ...history, leg: history.leg.map((value, day) => (day === history.start ? null : value)) }
    const span = periodBetween(late)
    if (span === null) throw new Error('no period')
    const context = contextWith([])
    const rows = seriesRows({ history: late, span }, context)
    const texts = figureTexts({ kind: 'series-chart', rows }, context)
    expect([texts.emptyReason, texts.alt]).toEqual(Array(2).fill('A trading day is missing right after inception.'))
    const whole = { kind: 'series-chart', rows: seriesRows({ history, span }, context) } as const
    expect(figureTexts(whole, context).emptyReason).toBeNull()
  })
})
