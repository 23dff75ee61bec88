import { describe, expect, it } from 'vitest'
import { sourceOf, withGivenColumns } from './given-columns'

const TABLE = {
  sheet: null,
  header: { line: 1, cells: ['Datum', 'Faktor', 'Note', 'Lang', '__proto__'] },
  rows: [
    { line: 2, cells: ['2024-08-30', 'skewness', 'x', '0.01', '0.02'] },
    { line: 3, cells: ['2024-08-30', 'skewness', 'x'] },
  ],
}

describe('withGivenColumns', () => {
  it('renames columns, and leaves some out of the rows too', () => {
    const given = [
      { column: 'Datum', as: 'date' },
      { column: 'Note', as: '' },
      { column: '__proto__', as: 'short' },
      { column: 'absent', as: 'long' },
    ]
    const { header, rows } = withGivenColumns(TABLE, given)
    expect(header.cells).toEqual(['date', 'Faktor', 'Lang', 'short'])
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['2024-08-30', 'skewness', '0.01', '0.02'],
      ['2024-08-30', 'skewness'],
    ])
  })

  it('leaves a table alone that has none of the columns', () => {
    expect(withGivenColumns(TABLE, [{ column: 'absent', as: 'long' }])).toBe(TABLE)
    expect(withGivenColumns(TABLE, [])).toBe(TABLE)
  })
})

it.each([
  ['Returns-2024-08-30.xlsx', 'returns-#.xlsx'],
  ['returns_20240830_v2.csv', 'returns_#_v#.csv'],
  ['因子收益2024.08.30.csv', '因子收益#.csv'],
  ['returns.csv', 'returns.csv'],
])('the source of %s is %s', (name, source) => expect(sourceOf(name)).toBe(source))
