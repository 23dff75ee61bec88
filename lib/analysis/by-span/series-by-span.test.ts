import { describe, expect, it } from 'vitest'
import { createRandom } from '@/prisma/demo/random'
import { divideDays, joinDays, joinSeries, lineReturnOverSpans, seriesBySpan, spreadOverSpans } from './series-by-span'

const DAYS = Array.from({ length: 40 }, (_, day) => new Date(Date.UTC(2019, 11, 12 + day)).toISOString().slice(0, 10))
/** Position of the first day of 2020. */
const FIRST_RECENT = 20
const WINDOWS = [
  { from: 3, to: 40 },
  { from: 15, to: 25 },
  { from: 30, to: 40 },
]

/** Returns a factor over some of the days, as the store would aggregate daily returns of one random road. */
function factorOver(days: string[], windows: typeof WINDOWS, life: { inception: string; ended: string | null }) {
  const spans = divideDays(days, windows)
  const rows = dailyRows().filter(
    ({ date }) => date >= life.inception && (life.ended === null || date <= life.ended) && days.includes(date),
  )
  const numberOf = (date: string) => spans.numbers[days.indexOf(date)] as number
  const numbers = [...new Set(rows.map(({ date }) => numberOf(date)))]
  const products = (leg: 'long' | 'short' | 'average') =>
    Float64Array.from(numbers, (span) =>
      rows.filter(({ date }) => numberOf(date) === span).reduce((growth, row) => growth * (1 + row[leg]), 1),
    )
  const growths = {
    code: 'factor',
    spans: Int32Array.from(numbers),
    counts: Int32Array.from(numbers, (span) => rows.filter(({ date }) => numberOf(date) === span).length),
    leg: products('long'),
    against: products('short'),
    benchmark: products('average'),
    dailyLow: Math.min(...rows.map(({ long, short }) => (1 + long) / (1 + short))),
    dailyHigh: Math.max(...rows.map(({ long, short }) => (1 + long) / (1 + short))),
  }
  return { spans, series: seriesBySpan({ code: 'factor', ...life }, rows.length > 0 ? growths : undefined, spans) }
}

function dailyRows() {
  const random = createRandom('by span')
  const daily = () => (random.uniform() - 0.5) / 20
  return DAYS.map((date) => ({ date, long: daily(), short: daily(), average: daily() }))
}

describe('a series whose past is joined with its last days', () => {
  it.each([
    ['began in the past', '2019-12-15', null],
    ['begins later', '2020-01-03', null],
    ['ended in the past', '2019-12-12', '2019-12-28'],
    ['ended later', '2019-12-12', '2020-01-17'],
  ])('has the figures of the whole, when it %s', (_, inception, ended) => {
    const life = { inception, ended }
    const whole = factorOver(DAYS, WINDOWS, life)
    const past = factorOver(
      DAYS.slice(0, FIRST_RECENT),
      [
        { from: 3, to: 20 },
        { from: 15, to: 20 },
      ],
      life,
    )
    const later = [
      { from: 0, to: 20 },
      { from: 0, to: 5 },
      { from: 10, to: 20 },
    ]
    const recent = factorOver(DAYS.slice(FIRST_RECENT), later, life)
    const days = joinDays(DAYS, past.spans, recent.spans)
    const series = joinSeries(past.series, recent.series, FIRST_RECENT)
    expect(days.days).toEqual(DAYS)
    expect(series).toMatchObject({ start: whole.series.start, hasGap: whole.series.hasGap, daily: whole.series.daily })
    const figures = (of: typeof whole) =>
      WINDOWS.flatMap((window) =>
        [of.series.primary, of.series.excess].flatMap((pair) => {
          if (pair === null) throw new TypeError('a factor has an excess')
          const owner = { pair, start: of.series.start, days: of.spans }
          return [spreadOverSpans(owner, window, 'arithmetic'), lineReturnOverSpans(owner, window)]
        }),
      )
    const joined = figures({ spans: days, series })
    for (const [index, figure] of figures(whole).entries()) {
      if (figure === null) expect(joined[index]).toBeNull()
      else expect(joined[index]).toBeCloseTo(figure, 12)
    }
  })
})
