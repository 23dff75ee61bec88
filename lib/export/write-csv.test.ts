import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writeCsv } from './write-csv'

const cell = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
  fc.stringMatching(/^[a-z,"]{0,6}$/),
)

/** Rows of equal length. */
const table = fc
  .integer({ min: 1, max: 8 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))

it('writes each cell independently of the others', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const columns = (rows[0] ?? []).map((_, index) => ({ header: `c${index}`, type: 'number' as const }))
      const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
      const alone = (value: string | number | null) =>
        value === null ? '' : typeof value === 'string' ? quoted(value) : `${value}`
      const lines = rows.map((row) => `${row.map(alone).join(',')}\r\n`)
      const head = `${columns.map(({ header }) => header).join(',')}\r\n`
      expect(writeCsv({ columns, rows }, { hasMark: false })).toBe(head + lines.join(''))
    }),
  )
})

it('writes only the header of a table without rows', () => {
  expect(writeCsv({ columns: [{ header: 'date', type: 'date' }], rows: [] }, { hasMark: false })).toBe('date\r\n')
})

it.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-x', "'-x"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠SUM', "'＠SUM"],
  ['a=1', 'a=1'],
  ['−1', '−1'],
])('writes the text %s as %s', (text, written) => {
  const table = { columns: [{ header: 'name', type: 'text' as const }], rows: [[text]] }
  expect(writeCsv(table, { hasMark: false })).toBe(`name\r\n${written}\r\n`)
})
