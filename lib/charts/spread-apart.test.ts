import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadApart } from './spread-apart'

describe('spreadApart', () => {
  it('leaves alone what stands apart', () => expect(spreadApart([10, 50, 90], 16, 0, 100)).toEqual([10, 50, 90]))

  it('keeps the order of those that it moves', () => {
    expect(spreadApart([20, 18], 16, 0, 100)).toEqual([34, 18])
    expect(spreadApart([99, 98, 97], 16, 0, 100)).toEqual([100, 84, 68])
  })

  it('knows no place for what has none', () => expect(spreadApart([20, null, 18], 16, 0, 100)).toEqual([34, null, 18]))

  it('leaves a gap between each two, within the ends, where there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 8 }), (places) => {
        const placed = spreadApart(places, 16, 0, 300)
        const sorted = placed.filter((place) => place !== null).sort((a, b) => a - b)
        expect(sorted).toHaveLength(places.length)
        expect(sorted[0]).toBeGreaterThanOrEqual(0)
        expect(sorted.at(-1)).toBeLessThanOrEqual(300)
        for (const [index, place] of sorted.slice(1).entries()) {
          expect(place - (sorted[index] ?? Number.NaN)).toBeGreaterThan(16 - 1e-9)
        }
      }),
    )
  })
})
