import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTableView } from '@/lib/testing/address/any-table-view'
import {
  DEFAULT_TABLE,
  LASTING_COLUMNS,
  nextInFamilies,
  nextSorting,
  OPTIONAL_COLUMNS,
  readTable,
  type Sorting,
  tableParameters,
  toggled,
} from './table-view'

const parametersOf = (view: typeof DEFAULT_TABLE) => Object.fromEntries(tableParameters(view))

it('reads back its own parameters', () => {
  fc.assert(
    fc.property(anyTableView, (view) => {
      expect(readTable(parametersOf(view))).toEqual(view)
    }),
  )
})

describe('parameters', () => {
  it('contain only what differs from the default', () => {
    expect(tableParameters(DEFAULT_TABLE)).toEqual([])
    expect(
      tableParameters({
        order: 'report',
        sorting: { column: 'week', direction: 'desc' },
        columns: ['change', 'zScore'],
        heat: true,
      }),
    ).toEqual([
      ['order', 'report'],
      ['sort', '-week'],
      ['columns', 'change,zScore'],
      ['heat', 'on'],
    ])
    expect(tableParameters({ ...DEFAULT_TABLE, columns: [] })).toEqual([['columns', 'none']])
  })

  it('accept columns in any order', () =>
    expect(readTable({ columns: 'spark,change' })?.columns).toEqual(['change', 'spark']))

  it.each([
    { order: 'x' },
    { sort: '' },
    { sort: '-' },
    { sort: '--week' },
    { sort: 'Week' },
    { sort: 'price' },
    { sort: 'zScore' },
    { sort: '-spark', columns: 'none' },
    { columns: '' },
    { columns: 'change,change' },
    { columns: 'change,' },
    { columns: 'none,change' },
    { columns: 'week' },
    { heat: 'off' },
    { heat: '' },
  ])('refuse %o', (request) => expect(readTable(request)).toBeNull())
})

describe('toggled', () => {
  it('returns the first view after two calls, except for the sorting by the column', () => {
    fc.assert(
      fc.property(anyTableView, fc.constantFrom(...OPTIONAL_COLUMNS), (view, column) => {
        const twice = toggled(toggled(view, column), column)
        expect(twice.columns).toEqual(view.columns)
        expect(readTable(parametersOf(toggled(view, column)))).not.toBeNull()
      }),
    )
  })

  it('removes the sorting by a removed column', () => {
    const sorting: Sorting = { column: 'zScore', direction: 'asc' }
    expect(toggled({ ...DEFAULT_TABLE, columns: ['zScore'], sorting }, 'zScore')).toMatchObject({
      columns: [],
      sorting: null,
    })
    expect(toggled({ ...DEFAULT_TABLE, columns: ['zScore'], sorting }, 'change').sorting).toEqual(sorting)
  })
})

describe('nextSorting', () => {
  it('returns to the start after three calls', () => {
    for (const column of [...LASTING_COLUMNS, ...OPTIONAL_COLUMNS]) {
      const once = nextSorting(null, column)
      const twice = nextSorting(once, column)
      expect([once?.direction, twice?.direction].toSorted()).toEqual(['asc', 'desc'])
      expect(nextSorting(twice, column)).toBeNull()
    }
  })

  it('starts with the greatest value, or with the first name', () => {
    expect(nextSorting(null, 'week')?.direction).toBe('desc')
    expect(nextSorting({ column: 'week', direction: 'asc' }, 'name')?.direction).toBe('asc')
  })
})

describe('nextInFamilies', () => {
  it('sorts the whole table, then each family, then restores, and begins anew for another column', () => {
    const whole = nextInFamilies(DEFAULT_TABLE, 'week')
    expect(whole).toEqual({ ...DEFAULT_TABLE, sorting: { column: 'week', direction: 'desc' }, order: 'report' })
    const inFamilies = nextInFamilies(whole, 'week')
    expect(inFamilies).toEqual({ ...whole, order: 'family' })
    expect(nextInFamilies(inFamilies, 'week')).toEqual(DEFAULT_TABLE)
    expect(nextInFamilies(inFamilies, 'name')).toMatchObject({
      sorting: { column: 'name', direction: 'asc' },
      order: 'report',
    })
  })

  it('keeps the direction of a sorting that was reversed', () => {
    const reversed = { ...DEFAULT_TABLE, sorting: { column: 'week', direction: 'asc' }, order: 'report' } as const
    expect(nextInFamilies(reversed, 'week').sorting).toEqual(reversed.sorting)
  })
})
