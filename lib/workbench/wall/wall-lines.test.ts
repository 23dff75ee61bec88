import { describe, expect, it } from 'vitest'
import type { SeriesHistory } from '@/lib/analysis/history'
import { wallLines } from './wall-lines'

const DAYS = Array.from({ length: 300 }, (_, day) => new Date(Date.UTC(2023, 0, 2 + day)).toISOString().slice(0, 10))

/** Returns legs whose difference is `leg`: the returns of `against` are 0. */
function historyOf(code: string, daily: (day: number) => number, start = 0): SeriesHistory {
  const leg = DAYS.map((_, day) => (day < start ? null : daily(day)))
  const against = leg.map((value) => (value === null ? null : 0))
  const inception = DAYS[start] ?? '2030-01-02'
  const life = { inception, days: DAYS, start, end: DAYS.length }
  return { code, kind: 'factor', daysPerYear: 252, ...life, leg, against, benchmark: against }
}

const shock = historyOf('shock', (day) => (day === 10 ? 0.25 : day === 20 ? -0.5 : 0))
const late = historyOf('late', () => 0, 100)
const notStarted = historyOf('unborn', () => 0, DAYS.length)

describe('wallLines', () => {
  it('spans the base and the ratios of all series that have started', () => {
    const { scale, drawn } = wallLines([late, shock, notStarted], undefined)
    expect(scale).toEqual({ from: '2023-01-01', low: 0.625, high: 1.25 })
    expect([...drawn]).toEqual(['late', 'shock'])
    expect(wallLines([late], undefined).scale).toEqual({ from: '2023-04-11', low: 1, high: 1 })
    expect(wallLines([notStarted], undefined).scale).toBeNull()
  })

  it('spans drawdowns down from 1', () => {
    const { scale } = wallLines([late, shock], 'drawdown')
    expect(scale).toEqual({ from: '2023-01-01', low: 0.5, high: 1 })
  })

  it('spans the returns of 252 days and leaves out younger series', () => {
    const { scale, drawn } = wallLines([late, shock], 'return')
    expect([...drawn]).toEqual(['shock'])
    // The first full window ends on day 252 and contains both moves; from day 12 on, a window contains only the fall.
    expect(scale).toEqual({ from: DAYS[251], low: 0.5, high: 1 })
  })
})
