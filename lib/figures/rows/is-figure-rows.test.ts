import { describe, expect, it } from 'vitest'
import { syntheticBars, syntheticLine } from '@/lib/testing/charts/synthetic-rows'
import { isFigureRows } from './is-figure-rows'

describe('isFigureRows', () => {
  it('accepts rows that were sent as JSON', () => {
    expect(isFigureRows(JSON.parse(JSON.stringify(syntheticLine(3, 1))))).toBe(true)
    expect(isFigureRows(JSON.parse(JSON.stringify(syntheticBars([[1, 2, 3]]))))).toBe(true)
  })

  it.each([null, 'rows', {}, { shape: 'line', dates: ['2024-01-01'], values: [] }, { shape: 'bars' }])(
    'refuses %j',
    (value) => {
      expect(isFigureRows(value)).toBe(false)
    },
  )
})
