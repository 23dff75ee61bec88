import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadApart } from './spread-apart'

describe('spreadApart', () => {
  it('does not move texts that are far enough apart', () =>
    expect(spreadApart([10, 50, 90], 16, 0, 100)).toEqual([10, 50, 90]))

  it('keeps the order of moved texts', () => {
    expect(spreadApart([20, 18], 16, 0, 100)).toEqual([34, 18])
    expect(spreadApart([99, 98, 97], 16, 0, 100)).toEqual([100, 84, 68])
  })

  it('returns null for a text without a position', () =>
    expect(spreadApart([20, null, 18], 16, 0, 100)).toEqual([34, null, 18]))

  it('leaves a gap between neighbours, within the ends, if there is space', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 8 }), (wanted) => {
        const positions = spreadApart(wanted, 16, 0, 300)
        const sorted = positions.filter((position) => position !== null).sort((a, b) => a - b)
        expect(sorted).toHaveLength(wanted.length)
        expect(sorted[0]).toBeGreaterThanOrEqual(0)
        expect(sorted.at(-1)).toBeLessThanOrEqual(300)
        for (const [index, position] of sorted.slice(1).entries()) {
          expect(position - (sorted[index] ?? Number.NaN)).toBeGreaterThan(16 - 1e-9)
        }
      }),
    )
  })
})
