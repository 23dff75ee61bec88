import { describe, expect, it } from 'vitest'
import { dayAfterKey } from './reading-keys'

const rows = { values: [1, 1, null, null, 1, 1, 1, 1, 1, null], firstDay: 1 as const }

describe('dayAfterKey', () => {
  it.each([
    ['ArrowRight', false, 4, 5],
    ['ArrowLeft', false, 5, 4],
    ['ArrowRight', true, 0, 5],
    ['ArrowLeft', true, 6, 1],
    ['Home', false, 6, 1],
    ['End', false, 0, 8],
  ])('moves for %s (shift %s) from day %i to day %i', (key, isShifted, from, to) => {
    expect(dayAfterKey(rows, from, key, isShifted)).toBe(to)
  })

  it('reads the first value of a line that has no base', () => {
    expect(dayAfterKey({ ...rows, firstDay: 0 }, 6, 'Home', false)).toBe(0)
    expect(dayAfterKey({ ...rows, firstDay: 0 }, 1, 'ArrowLeft', false)).toBe(0)
  })

  it('skips days without a value', () => {
    expect(dayAfterKey(rows, 4, 'ArrowLeft', false)).toBe(1)
    expect(dayAfterKey(rows, 1, 'ArrowRight', false)).toBe(4)
  })

  it('stays within the line', () => {
    expect(dayAfterKey(rows, 1, 'ArrowLeft', false)).toBe(1)
    expect(dayAfterKey(rows, 8, 'ArrowRight', true)).toBe(8)
  })

  it('ignores other keys, and a line without values', () => {
    expect(dayAfterKey(rows, 4, 'Tab', false)).toBeNull()
    expect(dayAfterKey({ ...rows, values: [null, null] }, 1, 'ArrowLeft', false)).toBeNull()
  })
})
