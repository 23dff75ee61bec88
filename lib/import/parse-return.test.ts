import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseReturn } from '@/lib/import/parse-return'

const RULES = { unit: 'decimal', limit: 0.5 } as const

it.each([
  ['0.0109', 0.0109],
  ['-0.0109', -0.0109],
  ['+0.01', 0.01],
  ['.5', 0.5],
  ['-0.5', -0.5],
  ['0.', 0],
  ['1e-3', 0.001],
  ['1.5E-7', 1.5e-7],
  ['5e-324', 5e-324],
])('reads %s', (text, value) => {
  expect(parseReturn(text, RULES)).toBe(value)
})

it('drops the sign of a zero', () => {
  expect(parseReturn('-0.0', RULES)).toBe(0)
})

it.each(['0x1', '1_0', '1 2', '--1', 'e5', '.', '+', '1e', '0.01abc', '１', 'true'])(
  'does not take %s for a number',
  (text) => {
    expect(parseReturn(text, RULES)).toMatchObject({ rule: 'not-a-number' })
  },
)

it('reads back every return that JavaScript writes', () => {
  fc.assert(
    fc.property(fc.double({ min: -0.5, max: 0.5, noNaN: true }), (value) => {
      expect(parseReturn(String(value), RULES)).toBe(value === 0 ? 0 : value)
    }),
  )
})
