import { describe, expect, it } from 'vitest'
import { readHistories, synthetic } from '@/lib/testing/workbench/sample-histories'
import type { SeriesHistory } from './history'
import { splitByYear, splitLine } from './leg-split'
import { periodBetween } from './periods'
import { monthsByYears } from './statistics/months-by-years'

const { factors, portfolios } = await readHistories()

const life = (history: SeriesHistory) => periodBetween(history) ?? { from: 0, to: 0 }

describe('the legs', () => {
  it('add up, or multiply, to the total in every year, and always multiply at every close', () => {
    for (const history of factors) {
      for (const { long, short, net } of splitByYear(history, life(history), 'arithmetic')) {
        expect(Number(long) + Number(short)).toBeCloseTo(Number(net), 12)
      }
      for (const { long, short, net } of splitByYear(history, life(history), 'geometric')) {
        expect((1 + Number(long)) * (1 + Number(short)) - 1).toBeCloseTo(Number(net), 12)
      }
      const lines = splitLine(history, life(history))
      if (!lines) throw new Error('no split')
      expect(lines.net).toHaveLength(life(history).to - life(history).from + 1)
      const apart = lines.net.map((net, day) => Number(lines.long[day]) * Number(lines.short[day]) - Number(net))
      expect(Math.max(...apart.map(Math.abs))).toBeLessThan(1e-10)
    }
  })

  it('are those of the grid of months in every year, also in one that the period only touches', () => {
    const [history] = factors as [SeriesHistory]
    const span = periodBetween(history, '2021-06-01', '2023-03-31') ?? life(history)
    const totals = new Map(monthsByYears(history, 'arithmetic').map(({ year, total }) => [year, total.value]))
    const years = splitByYear(history, span, 'arithmetic')
    expect(years.map(({ year }) => year)).toEqual(['2021', '2022', '2023'])
    for (const { year, net } of years) expect(net).toBe(totals.get(year))
  })

  it('match a calculation by hand', () => {
    const history = { ...synthetic([0.1, 0.1], [-0.1, 0]), benchmark: [0.05, 0] }
    expect(splitByYear({ ...history, start: 0 }, life(history), 'arithmetic')).toEqual([
      {
        year: '2023',
        long: expect.closeTo(1.21 - 1.05, 12),
        short: expect.closeTo(1.05 - 0.9, 12),
        net: expect.closeTo(1.21 - 0.9, 12),
      },
    ])
    expect(splitLine(history, life(history))).toEqual({
      long: [1, expect.closeTo(1.1 / 1.05, 12), expect.closeTo(1.21 / 1.05, 12)],
      short: [1, expect.closeTo(1.05 / 0.9, 12), expect.closeTo(1.05 / 0.9, 12)],
      net: [1, expect.closeTo(1.1 / 0.9, 12), expect.closeTo(1.21 / 0.9, 12)],
    })
  })

  it('do not exist for a portfolio', () => {
    const [history] = portfolios as [SeriesHistory]
    expect(splitByYear(history, life(history), 'arithmetic')).toEqual([])
    expect(splitLine(history, life(history))).toBeNull()
  })
})
