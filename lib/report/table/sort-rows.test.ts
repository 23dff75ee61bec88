import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactorRow } from '@/lib/report/model/report'
import { sampleFamilies } from '@/lib/testing/report/sample-rows'
import { sortRows } from './sort-rows'

/** Returns rows in the given order, numbered from 1. */
function rowsOf(weeks: Record<string, number | null>): FactorRow[] {
  const rows = sampleFamilies({ family: weeks }).flatMap((family) => family.rows)
  return rows.map((row, index) => ({ ...row, number: index + 1 }))
}

const names = (rows: FactorRow[]) => rows.map(({ name }) => name).join('')

describe('sortRows', () => {
  const rows = rowsOf({ a: 0.01, b: null, c: -0.02, d: 0.01, e: 0.03 })

  it('keeps the order of the report without sorting', () =>
    expect(names(sortRows(rows.toReversed(), null, 'zh'))).toBe('abcde'))

  it('puts missing values last in both directions and keeps the report order of equal ones', () => {
    expect(names(sortRows(rows.toReversed(), { column: 'week', direction: 'desc' }, 'zh'))).toBe('eadcb')
    expect(names(sortRows(rows.toReversed(), { column: 'week', direction: 'asc' }, 'zh'))).toBe('cadeb')
  })

  it('sorts names by the rules of their language', () => {
    const chinese = rowsOf({ 尾盘: 0, 多颗粒: 0, 改进: 0 })
    expect(names(sortRows(chinese, { column: 'name', direction: 'asc' }, 'zh'))).toBe('多颗粒改进尾盘')
    const english = rowsOf({ 'GRU 10': 0, 'GRU 5': 0, attention: 0 })
    expect(sortRows(english, { column: 'name', direction: 'asc' }, 'en').map(({ name }) => name)).toEqual([
      'attention',
      'GRU 5',
      'GRU 10',
    ])
  })

  it('keeps all rows and sorts any values', () => {
    const values = fc.array(fc.option(fc.double({ min: -1, max: 1, noNaN: true })), { maxLength: 20 })
    fc.assert(
      fc.property(values, fc.constantFrom('asc' as const, 'desc' as const), (weeks, direction) => {
        const given = rowsOf(Object.fromEntries(weeks.map((week, index) => [`row ${index}`, week])))
        const sorted = sortRows(given, { column: 'week', direction }, 'en').map(({ primary }) => primary.week.value)
        const known = weeks.filter((week) => week !== null).sort((a, b) => (direction === 'asc' ? a - b : b - a))
        expect(sorted.filter((week) => week !== null).map((week) => week + 0)).toEqual(known.map((week) => week + 0))
        expect(sorted.slice(known.length).every((week) => week === null)).toBe(true)
        expect(sorted).toHaveLength(weeks.length)
      }),
    )
  })
})
