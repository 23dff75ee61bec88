import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidthPx } from '@/lib/charts/text-width'
import { syntheticFactors } from '@/lib/testing/charts/synthetic-rows'
import { cutToWidth, fitting, LEFT_OUT, linesOf } from './factor-points'

describe('names', () => {
  it('have lines of nearly equal length', () => {
    expect(linesOf('尾盘成交占比', 64, 12)).toEqual(['尾盘成', '交占比'])
    expect(linesOf('Buying intention share', 62, 12)).toEqual(['Buying', 'intention', 'share'])
    expect(linesOf('Large-order gain', 62, 12)).toEqual(['Large-', 'order', 'gain'])
    expect(linesOf('', 62, 12)).toEqual([])
  })

  it('lose only the spaces between lines', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z一-龥 -]{0,30}$/), fc.integer({ min: 20, max: 200 }), (name, widthPx) => {
        expect(linesOf(name, widthPx, 12).join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''))
      }),
    )
  })

  it('are cut to a width, with a mark', () => {
    expect(cutToWidth('Skewness', 200, 12)).toBe('Skewness')
    const cut = cutToWidth('Large net buying strength', 100, 12)
    expect(cut).toMatch(/^Large net.*…$/)
    expect(textWidthPx(cut, 12)).toBeLessThanOrEqual(100)
  })
})

describe('fitting', () => {
  const { factors } = syntheticFactors(
    'columns',
    Array.from({ length: 9 }, (_, index) => [index < 7 ? index / 100 : null, 0]),
  )
  const numbers = (most: number) => fitting(factors, most).map(({ number }) => number)

  it('keeps all factors that fit', () => expect(numbers(9)).toHaveLength(9))
  it('first leaves out factors without a value', () => expect(numbers(7)).toEqual([1, 2, 3, 4, 5, 6, 7]))
  it('then leaves out the middle, with a mark', () => expect(numbers(5)).toEqual([1, 2, LEFT_OUT.number, 6, 7]))
})
