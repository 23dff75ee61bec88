import { expect, it } from 'vitest'
import { writeXlsx } from '@/lib/testing/import/write-xlsx'
import { readXlsx } from './read-xlsx'

const TEXTS = [['two_x000D_\nlines', '_x005F_x000D_', 'a_b', 'end_x000D_']]

it.each([true, false])('decodes escapes in texts, shared: %s', (sharesTexts) => {
  const [sheet] = readXlsx(writeXlsx([{ name: 'a_x0026_b', rows: TEXTS }], { sharesTexts }))
  expect(sheet?.name).toBe('a&b')
  expect(sheet?.rows).toEqual([{ line: 1, cells: ['two\r\nlines', '_x000D_', 'a_b', 'end'] }])
})

it('takes the values of formulas, an empty text among them', () => {
  const rows = `
    <row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>C1</f><v></v></c>
    <c r="C1" t="str"><f>C2</f><v>a_x000A_b</v></c></row>`
  expect(readSheet(rows)).toEqual({ rows: [{ line: 1, cells: ['2', '', 'a\nb'] }], faults: [] })
})

it('leaves out what is empty at the end of a row, and rows of nothing', () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/><c r="H1" s="1"/></row><row r="2"><c r="A2"/></row>'
  expect(readSheet(rows).rows).toEqual([{ line: 1, cells: ['1'] }])
})

function readSheet(rows: string) {
  const content = `<worksheet><sheetData>${rows}</sheetData></worksheet>`
  const extra = [{ name: 'xl/worksheets/sheet1.xml', content }]
  const [sheet] = readXlsx(writeXlsx([{ name: 'Week', rows: [] }], { extra }))
  if (sheet === undefined) throw new Error('Expected a sheet.')
  return { rows: sheet.rows, faults: sheet.faults }
}
