import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStatisticsOfR } from '@/lib/testing/metrics/read-statistics'
import { annualisedReturn } from './annualised-return'
import { annualisedVolatility } from './annualised-volatility'
import { clusterOrder } from './cluster-order'
import { correlation } from './correlation'
import { currentDrawdown } from './current-drawdown'
import { drawdowns } from './drawdown'
import { drawdownEpisodes } from './drawdown-episodes'
import { extremes } from './extremes'
import { histogram } from './histogram'
import { maximumDrawdown } from './maximum-drawdown'
import { meanToDeviation } from './mean-to-deviation'
import { moments } from './moments'
import { navRatio } from './nav-ratio'
import { returnToRisk } from './return-to-risk'
import { rollingCorrelation } from './rolling-correlation'
import { rollingMoments } from './rolling-moments'
import { skewness } from './skewness'
import { tStatistic } from './t-statistic'
import { NORMAL_95, wilsonInterval } from './wilson-interval'

const r = readStatisticsOfR()
const nav = navRatio(
  r.a,
  r.a.map(() => 0),
)

/** As near as two orders of adding up may lie: twelve digits. */
function expectNear(found: number | null | undefined, wanted: number): void {
  expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThan(1e-12 * Math.max(1, Math.abs(wanted)))
}

describe('as R computes them', () => {
  it.each([
    ['annualisedReturn', annualisedReturn(r.a)],
    ['annualisedVolatility', annualisedVolatility(r.a)],
    ['returnToRisk', returnToRisk(r.a)],
    ['meanToDeviation', meanToDeviation(r.a)],
    ['tStatistic', tStatistic(r.a)],
    ['skewness', skewness(r.a)],
    ['maximumDrawdown', maximumDrawdown(nav)?.depth],
    ['maximumDrawdownPeak', maximumDrawdown(nav)?.peak],
    ['maximumDrawdownTrough', maximumDrawdown(nav)?.trough],
    ['maximumDrawdownRecovery', maximumDrawdown(nav)?.recovery],
    ['currentDrawdown', currentDrawdown(nav)?.depth],
    ['currentDrawdownLength', currentDrawdown(nav)?.length],
    ['correlation', correlation(r.a, r.b)],
    ['normal95', NORMAL_95],
  ] as const)('%s', (name, found) => expectNear(found, r.number(name)))

  it.each([
    ['wilson34of52', wilsonInterval(34, 52)],
    ['wilson0of8', wilsonInterval(0, 8)],
    ['wilson8of8', wilsonInterval(8, 8)],
    ['wilson90of100At99', wilsonInterval(90, 100, 2.5758293035489)],
  ] as const)('%s', (name, found) => {
    const [low, high] = r.numbers(name)
    expectNear(found?.low, low as number)
    expectNear(found?.high, high as number)
  })

  it.each([
    ['rollingVolatility', rollingMoments(r.a, 20).volatility.slice(19)],
    ['rollingReturnToRisk', rollingMoments(r.a, 20).returnToRisk.slice(19)],
    ['rollingCorrelation', rollingCorrelation(r.a, r.b, 26).slice(25)],
    ['clusterHeights', clusterOrder(distancesOf(r.series)).merges.map(({ height }) => height)],
  ] as const)('%s', (name, found) => {
    const wanted = r.numbers(name)
    expect(found).toHaveLength(wanted.length)
    for (const [place, value] of wanted.entries()) expectNear(found[place], value)
  })

  it('clusterOrder', () => expect(clusterOrder(distancesOf(r.series)).order).toEqual(r.numbers('clusterOrder')))

  it('histogram, its width rounded up', () => {
    const found = histogram(r.a)
    expect(r.number('histogramRawWidth')).toBeGreaterThan(0.002)
    expect(found?.width).toBe(0.005)
    expect(found?.counts).toEqual(r.numbers('histogramCounts'))
    expect(found?.from).toBe(Math.floor(Math.min(...r.a) / 0.005) * 0.005)
  })
})

describe('by hand', () => {
  it('a year of one per cent a day is that year', () =>
    expectNear(annualisedReturn(Array(252).fill(0.01)), 1.01 ** 252 - 1))
  it('a loss halved over two years', () =>
    expectNear(annualisedReturn([-0.5, ...Array(503).fill(0)]), Math.sqrt(0.5) - 1))
  it('two returns of ±1 %', () => {
    expectNear(annualisedVolatility([0.01, -0.01]), 0.01 * Math.sqrt(2) * Math.sqrt(252))
    expect(returnToRisk([0.01, -0.01])).toBe(0)
    expectNear(tStatistic([1, 2, 3]), 2 * Math.sqrt(3))
  })
  it('G1 of 1, 2, 9: √6 times the population skewness', () => {
    // mean 4, deviations -3, -2, 5: m2 = 38/3, m3 = 90/3
    expectNear(skewness([1, 2, 9]), Math.sqrt(6) * (30 / (38 / 3) ** 1.5))
  })
  it('what does not move has no ratio, even where its mean rounds', () => {
    const still = Array(10).fill(0.1)
    expect(annualisedVolatility(still)).toBe(0)
    expect([returnToRisk(still), tStatistic(still), skewness(still), correlation(still, r.a.slice(0, 10))]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(rollingMoments([...r.a.slice(0, 5), ...still], 4).volatility.at(-1)).toBe(0)
    expect(rollingMoments([...r.a.slice(0, 5), ...still], 4).returnToRisk.at(-1)).toBeNull()
  })
  it('too few values give none', () => {
    for (const short of [[], [0.01], [null, 0.01, null]]) {
      expect([annualisedVolatility(short), returnToRisk(short), tStatistic(short), moments(short)]).toEqual([
        null,
        null,
        null,
        null,
      ])
    }
    expect(meanToDeviation([null, 0.03])).toBeNull()
    expect(meanToDeviation([0.02, null, 0.02])).toBeNull()
    expect(skewness([1, 2])).toBeNull()
    expect(correlation([1, 2], [2, 1])).toBeNull()
    expect(wilsonInterval(0, 0)).toBeNull()
    expect(histogram([1, 1])).toBeNull()
    expect(extremes([null])).toBeNull()
    expect(currentDrawdown([])).toBeNull()
    expect(maximumDrawdown([1])).toBeNull()
    expect(clusterOrder([])).toEqual({ order: [], merges: [] })
  })
  it('a gap ends what compounds, and shortens what samples', () => {
    expect(annualisedReturn([0.01, null])).toBeNull()
    expect(maximumDrawdown([1, 2, null])).toBeNull()
    expect(currentDrawdown([1, null])).toBeNull()
    expect(annualisedVolatility([0.01, null, 0.03])).toBe(annualisedVolatility([0.01, 0.03]))
    expect(correlation([1, 2, null, 3], [1, null, 5, 3])).toBeNull()
    expect(rollingMoments([0.01, null, 0.01, 0.02], 2).volatility.map((value) => value === null)).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(rollingCorrelation([1, 2, 3, 5], [null, 2, 3, 4], 3).map((value) => value === null)).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
  it('falls and recoveries', () => {
    expect(drawdownEpisodes([1, 0.5, 1, 1, 2, 1.5, 1, 1.5])).toEqual([
      { depth: -0.5, peak: 0, trough: 1, recovery: 2 },
      { depth: -0.5, peak: 4, trough: 6, recovery: null },
    ])
    expect(maximumDrawdown([1, 0.5, 1, 2, 1])).toEqual({ depth: -0.5, peak: 0, trough: 1, recovery: 2 })
    expect(maximumDrawdown([1, 1, 1.5])).toEqual({ depth: 0, peak: 0, trough: 0, recovery: 0 })
    expect(currentDrawdown([1, 2, 2, 1])).toEqual({ depth: -0.5, peak: 2, length: 1 })
    expect(currentDrawdown([1, 2])).toEqual({ depth: 0, peak: 1, length: 0 })
  })
  it('best and worst', () => expect(extremes([0.01, null, -0.02, 0.01])).toEqual({ best: 0, worst: 2 }))
  it('bins end at zero, and a value on an edge belongs to the bin above', () => {
    expect(histogram([-1, 1, 1, 2])).toEqual({ width: 1, from: -1, counts: [1, 0, 2, 1] })
    // 0.029 / 0.001 is 28.999999999999996 in floating point
    const found = histogram([-0.03, ...Array(20).fill(0), 0.029])
    expect([found?.width, found?.counts.length, found?.counts[30], found?.counts[59]]).toEqual([0.001, 60, 20, 1])
  })
  it('refuses what cannot be asked', () => {
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError)
    expect(() => correlation([1], [])).toThrow(RangeError)
    expect(() => rollingMoments([1, 2], 1)).toThrow(RangeError)
    expect(() => rollingCorrelation([1], [], 3)).toThrow(RangeError)
    expect(() => rollingCorrelation([1], [1], 2)).toThrow(RangeError)
    expect(() => clusterOrder([[0, 1]])).toThrow(RangeError)
  })
})

describe('laws', () => {
  const value = fc.double({ min: -0.2, max: 0.2, noNaN: true })
  const values = fc.array(value, { minLength: 3, maxLength: 60 })
  const ratios = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 2, maxLength: 60 })

  it('a drawdown is never above zero, and the deepest is the least of the line', () => {
    fc.assert(
      fc.property(ratios, (line) => {
        const all = drawdowns(line).map((depth) => depth ?? Number.NaN)
        const deepest = maximumDrawdown(line)
        expect(deepest?.depth).toBe(Math.min(...all))
        expect(currentDrawdown(line)?.depth).toBe(all.at(-1))
        for (const { depth, peak, trough, recovery } of drawdownEpisodes(line)) {
          expect(depth).toBeLessThan(0)
          expect(depth).toBe((line[trough] as number) / (line[peak] as number) - 1)
          expect(peak).toBeLessThan(trough)
          if (recovery !== null) expect(line[recovery]).toBeGreaterThanOrEqual(line[peak] as number)
        }
      }),
    )
  })

  it('it does not matter what the line begins with', () => {
    fc.assert(
      fc.property(ratios, fc.constantFrom(0.25, 2, 64), (line, factor) => {
        expect(drawdownEpisodes(line.map((ratio) => ratio * factor))).toEqual(drawdownEpisodes(line))
      }),
    )
  })

  it('the interval holds the share, and narrows with more trials', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const k = Math.round(share * n)
        const [few, many] = [wilsonInterval(k, n), wilsonInterval(4 * k, 4 * n)]
        if (!few || !many) throw new Error('no interval')
        expect(few.low).toBeGreaterThanOrEqual(0)
        expect(few.low).toBeLessThanOrEqual(k / n)
        expect(few.high).toBeGreaterThanOrEqual(k / n)
        expect(few.high).toBeLessThanOrEqual(1)
        expect(many.high - many.low).toBeLessThan(few.high - few.low)
      }),
    )
  })

  it('a correlation is bounded, symmetric, and 1 with itself', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 3, maxLength: 60 }), (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
        const found = correlation(a, b)
        expect(correlation(b, a)).toBe(found)
        if (found !== null) {
          expect(Math.abs(found)).toBeLessThanOrEqual(1)
          expect(correlation(a, a)).toBeCloseTo(1, 12)
        }
      }),
    )
  })

  it('rolling moments are those of each window', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(value, { freq: 12 }), { maxLength: 60 }),
        fc.integer({ min: 2, max: 9 }),
        (line, days) => {
          const rolling = rollingMoments(line, days)
          expect(rolling.volatility).toHaveLength(line.length)
          for (const [day, volatility] of rolling.volatility.entries()) {
            const window = day + 1 < days ? [] : line.slice(day + 1 - days, day + 1)
            const whole = window.length === days && !window.includes(null)
            if (whole) expect(volatility).toBeCloseTo(annualisedVolatility(window) ?? Number.NaN, 7)
            else expect(volatility).toBeNull()
          }
        },
      ),
    )
  })

  it('a histogram counts every value once, in few bins', () => {
    fc.assert(
      fc.property(values, (line) => {
        const found = histogram(line)
        if (found === null) return
        expect(found.counts.reduce((sum, count) => sum + count, 0)).toBe(line.length)
        expect(found.counts.length).toBeLessThanOrEqual(62)
      }),
    )
  })

  it('an order holds every series once, whatever the distances', () => {
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 8 }), (lines) => {
        const distances = lines.map((row, i) =>
          lines.map((column, j) => (i === j ? 0 : Math.abs(i * j + (row[0] ?? 0) + (column[0] ?? 0)))),
        )
        const { order, merges } = clusterOrder(distances)
        expect([...order].sort((a, b) => a - b)).toEqual(lines.map((_, position) => position))
        expect(merges).toHaveLength(lines.length - 1)
      }),
    )
  })
})

function distancesOf(series: number[][]): number[][] {
  return series.map((a, i) => series.map((b, j) => (i === j ? 0 : 1 - (correlation(a, b) ?? Number.NaN))))
}
