import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { percentScale } from './percent-scale'

const labels = (low: number, high: number) => percentScale(low, high, 200).ticks.map(({ label }) => label)

describe('percentScale', () => {
  it('marks round percents with their sign', () => {
    expect(labels(-0.03, 0.58)).toEqual(['0', '+20', '+40', '+60'])
    expect(labels(-0.55, 0)).toEqual(['−40', '−20', '0'])
  })

  it('draws a flat line flat', () => {
    expect(labels(0, 0)).toEqual(['−0.4', '−0.2', '0.0', '+0.2', '+0.4'])
  })

  it('has two to five marks including zero, within its ends', () => {
    const value = fc.double({ min: -0.99, max: 50, noNaN: true })
    fc.assert(
      fc.property(value, value, fc.integer({ min: 70, max: 400 }), (a, b, heightPx) => {
        const { low, high, ticks } = percentScale(Math.min(a, b, 0), Math.max(a, b, 0), heightPx)
        expect(ticks.length).toBeGreaterThanOrEqual(1)
        expect(ticks.length).toBeLessThanOrEqual(5)
        expect(ticks.some(({ at }) => at === 0)).toBe(true)
        for (const { at } of ticks) expect(at >= low && at <= high).toBe(true)
      }),
    )
  })
})
