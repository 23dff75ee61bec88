import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logarithm, ratioScale } from './ratio-scale'

const labels = (low: number, high: number) => ratioScale(low, high, 220).ticks.map(({ label }) => label)

describe('ratioScale', () => {
  it('marks 1, 1.5, 2 for a doubling', () => {
    expect(labels(0.97, 2.06)).toEqual(['1', '1.5', '2'])
  })

  it('marks powers of two for a larger range, and ends the axis at a near one', () => {
    const scale = ratioScale(1, 3.4, 220)
    expect(scale.ticks.map(({ label }) => label)).toEqual(['1', '2', '4'])
    expect(scale.high).toBe(2)
  })

  it('marks tenths and hundredths for a small range', () => {
    expect(labels(0.88, 1.22)).toEqual(['0.9', '1', '1.1', '1.2'])
    expect(labels(1, 1)).toEqual(['0.99', '1', '1.01'])
  })

  it('marks powers of ten for very large and very small ratios', () => {
    expect(labels(1, 5e6)).toEqual(['1', '100', '10,000', '1,000,000'])
    expect(labels(1, 5e8)).toContain('1e8')
    expect(labels(1e-7, 1)).toContain('1')
  })

  it('throws for values without a logarithm', () => {
    expect(() => logarithm(0)).toThrow('ratio must be positive and finite, got 0')
    expect(() => ratioScale(-1, 2, 220)).toThrow(RangeError)
  })

  it('labels the base and at most four more marks, without overlap, within its ends', () => {
    const ratio = fc.double({ min: -20, max: 20, noNaN: true }).map((power) => 2 ** power)
    fc.assert(
      fc.property(ratio, ratio, fc.integer({ min: 70, max: 400 }), (a, b, heightPx) => {
        const { low, high, ticks } = ratioScale(Math.min(a, b, 1), Math.max(a, b, 1), heightPx)
        expect(ticks.length).toBeGreaterThan(0)
        expect(ticks.length).toBeLessThanOrEqual(5)
        expect(ticks.map(({ label }) => label)).toContain('1')
        for (const { at } of ticks) expect(at >= low - 1e-6 && at <= high + 1e-6).toBe(true)
        const px = ticks.map(({ at }) => ((at - low) / (high - low)) * heightPx)
        for (const [index, y] of px.slice(1).entries()) expect(y - (px[index] ?? y)).toBeGreaterThan(20)
      }),
    )
  })
})
