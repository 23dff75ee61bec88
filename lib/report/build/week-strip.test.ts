import { expect, it } from 'vitest'
import { spreadOver } from '@/lib/analysis/measure'
import { type Span, tradingWindows } from '@/lib/analysis/trading-windows'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { weekStrip } from './week-strip'

const DAYS = shanghaiDays('2024-01-29', '2024-02-23')

/** Returns the weeks of a factor that earns `earned` on one day and 0 on the others; it has no data before `since`. */
function factor(earned: number, day: string, since = DAYS[0] ?? '') {
  const leg = DAYS.map((candidate) => (candidate < since ? null : candidate === day ? earned : 0))
  return (week: Span) => spreadOver({ leg, against: DAYS.map(() => 0) }, week, 'arithmetic')
}

const FACTORS = [
  factor(0.01, '2024-02-21'),
  factor(-0.01, '2024-02-21'),
  factor(0.000049, '2024-02-21'),
  factor(0.01, '2024-02-06', '2024-02-06'),
]

it('counts factors above zero as printed and includes weeks without trading', () => {
  const strip = weekStrip(FACTORS, tradingWindows(DAYS), 3)
  expect(strip).toEqual([
    { isoYear: 2024, isoWeek: 6, monday: '2024-02-05', asOf: '2024-02-08', up: 0, known: 3, average: 0 },
    { isoYear: 2024, isoWeek: 7, monday: '2024-02-12', asOf: null, up: 0, known: 0, average: null },
    {
      isoYear: 2024,
      isoWeek: 8,
      monday: '2024-02-19',
      asOf: '2024-02-23',
      up: 1,
      known: 4,
      average: expect.closeTo(0.000049 / 4, 12),
    },
  ])
})

it('has no weeks before the data', () => {
  const mondays = (count: number) => weekStrip(FACTORS, tradingWindows(DAYS), count).map(({ monday }) => monday)
  expect(mondays(4)).toEqual(['2024-01-29', '2024-02-05', '2024-02-12', '2024-02-19'])
  expect(mondays(52)).toEqual(mondays(4))
  expect(mondays(1)).toEqual(['2024-02-19'])
})

it('numbers weeks by the ISO year', () => {
  const days = shanghaiDays('2024-12-30', '2024-12-31')
  expect(weekStrip([], tradingWindows(days), 1)).toMatchObject([{ isoYear: 2025, isoWeek: 1, asOf: '2024-12-31' }])
})
