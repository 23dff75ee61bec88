import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseReturn } from './parse-return'

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

it.each(['0x1', '1_0', '1 2', '--1', 'e5', '.', '+', '1e', '0.01abc', '①', 'true'])(
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

describe('the remedy', () => {
  const remedyFor = (text: string, rules: Parameters<typeof parseReturn>[1]) => {
    const refusal = parseReturn(text, rules)
    return typeof refusal === 'number' ? null : refusal.remedy
  }
  const PERCENT = { unit: 'percent', limit: 0.5 } as const

  it.each(['0.51', '-0.9'])('says how %s could be a fraction, and how a percentage', (text) => {
    expect(remedyFor(text, RULES)).toMatch(/may be a percentage: .* If it is a fraction, raise dailyReturnMax/)
  })

  it('says this for larger returns in a market whose limit the catalogue sets', () => {
    expect(remedyFor('3.5', { unit: 'decimal', limit: 3 })).toContain('raise dailyReturnMax')
    expect(remedyFor('3.5', RULES)).not.toContain('dailyReturnMax')
  })

  it.each(['-100%', '-250％'])('does not take %s for a percentage that lacks its sign', (text) => {
    for (const rules of [RULES, PERCENT]) expect(remedyFor(text, rules)).toMatch(/^Correct the return/)
  })

  it('does not suggest a higher limit that would still refuse it', () => {
    expect(remedyFor('-100', PERCENT)).not.toContain('dailyReturnMax')
    expect(remedyFor('-1', { unit: 'decimal', limit: 3 })).not.toContain('dailyReturnMax')
  })

  it('is in the unit of the file', () => {
    expect(remedyFor('停牌', RULES)).toBe('Write a decimal fraction, such as 0.0109.')
    expect(remedyFor('停牌', PERCENT)).toContain('a percentage, such as 1.09')
    expect(remedyFor('1,09', PERCENT)).toContain('as in 1.09.')
    expect(remedyFor('51', { unit: 'percent', limit: 0.07 })).toContain('percentages up to 7,')
  })
})
