import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grown, readHistories, synthetic } from '@/lib/testing/workbench/sample-histories'
import { compareSeries, pairCorrelation, relativeReturns } from './comparison'

const { factors, portfolios, legOf } = await readHistories()

describe('a comparison', () => {
  it('begins at 1 for all and ends with the return of each series', () => {
    const found = compareSeries([...factors, ...portfolios], { from: '2020-01-01', to: '2023-12-31' })
    if (!found) throw new Error('nothing to compare')
    expect([found.days[0], found.days.at(-1)]).toEqual(['2020-01-02', '2023-12-29'])
    expect(found.lines).toHaveLength(16)
    expect([...found.order].sort((a, b) => a - b)).toEqual(found.lines.map((_, index) => index))
    for (const [index, { code, ratio }] of found.lines.entries()) {
      expect(ratio).toHaveLength(found.days.length + 1)
      expect(ratio[0]).toBe(1)
      expect(found.correlations[index]?.[index], code).toBeCloseTo(1, 12)
      for (const [other, row] of found.correlations.entries())
        expect(row[index]).toBe(found.correlations[index]?.[other])
    }
    const [first] = found.lines
    const [long, short] = ['long', 'short'].map((leg) =>
      grown(legOf(String(first?.code), leg, '2020-01-01', '2023-12-31')),
    )
    expect(first?.ratio.at(-1)).toBeCloseTo(Number(long) / Number(short), 9)
    expect(
      pairCorrelation(found.weekly[0] ?? [], found.weekly[1] ?? []).filter((value) => value !== null),
    ).toHaveLength(found.weeks.length - 51)
  })

  it('gives the same lines wherever they began before: it rebases them', () => {
    const returns = fc.array(fc.double({ min: -0.1, max: 0.1, noNaN: true }), { minLength: 30, maxLength: 60 })
    fc.assert(
      fc.property(returns, fc.integer({ min: 1, max: 20 }), (leg, skipped) => {
        const history = synthetic(leg)
        const from = history.days[skipped] as string
        const [whole, part] = [compareSeries([history], {}), compareSeries([history], { from })]
        const [ratio, rebased] = [whole?.lines[0]?.ratio ?? [], part?.lines[0]?.ratio ?? []]
        for (const [index, value] of rebased.entries()) {
          expect(value).toBeCloseTo(Number(ratio[index + skipped]) / Number(ratio[skipped]), 9)
        }
      }),
    )
  })

  it('uses the common days, and ratios of any two lines', () => {
    const long = synthetic([0.1, 0, 0.1])
    const late = { ...synthetic([null, 0.2, 0]), start: 1 }
    const found = compareSeries([long, late], {})
    expect(found?.days).toEqual(long.days.slice(1))
    expect(found?.lines.map(({ ratio }) => ratio)).toEqual([
      [1, 1, expect.closeTo(1.1, 12)],
      [1, 1.2, 1.2],
    ])
    const [a = [], b = []] = found?.lines.map(({ ratio }) => ratio) ?? []
    expect(relativeReturns(a, b)).toEqual([0, expect.closeTo(1 / 1.2 - 1, 12), expect.closeTo(1.1 / 1.2 - 1, 12)])
    expect(compareSeries([], {})).toBeNull()
    expect(compareSeries([long], { from: '2030-01-01' })).toBeNull()
  })
})
