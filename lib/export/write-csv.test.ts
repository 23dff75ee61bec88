import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writeCsv } from './write-csv'

const cell = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
  fc.stringMatching(/^[a-z,"]{0,6}$/),
)

it('writes each cell as it would alone, whatever stands beside it', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (row) => {
      const columns = row.map((_, place) => ({ header: `c${place}`, type: 'number' as const }))
      const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
      const alone = row.map((value) => (value === null ? '' : typeof value === 'string' ? quoted(value) : `${value}`))
      expect(writeCsv({ columns, rows: [row] }, { hasMark: false }).split('\r\n')[1]).toBe(alone.join(','))
    }),
  )
})
