/** Blank cells around a table and lines that Excel adds do not change its content. */
import { describe, expect, it } from 'vitest'
import { FaultLog } from '@/lib/import/outcome/fault'
import { readFileContent } from '@/lib/import/parse/read-file'
import { CORPUS_CATALOGUE, CORPUS_TODAY } from '@/lib/testing/import/corpus-catalogue'
import { writeXlsx } from '@/lib/testing/import/write-xlsx'

const HEADER = 'date,series,long,short,benchmark'
const ROW = '2024-08-29,skewness,0.01,-0.02,0.003'
const WIDE = 'date,skewness.long,skewness.short,skewness.benchmark'
const WIDE_ROW = '2024-08-29,0.01,-0.02,0.003'
const BATCH = {
  kind: 'factor_returns',
  codes: ['skewness'],
  dates: ['2024-08-29'],
  legs: [[0.01], [-0.02], [0.003]],
  percent: null,
  located: [],
  parts: [],
}

it.each([
  ['commas at the end of every line', `${HEADER},,\n${ROW},,\n,,,,,,\n`],
  ['commas at the end of rows', `${HEADER}\n${ROW},,\n`],
  ['commas at the end of the header', `${HEADER},,\n${ROW}\n`],
  ['wide, commas at the end of every line', `${WIDE},,\n${WIDE_ROW},,\n`],
  ['two header rows, commas at the end', `,skewness,,,,\ndate,long,short,benchmark,,\n${WIDE_ROW},,\n`],
  ['vertical bars between cells', `${HEADER}\n${ROW}\n`.replaceAll(',', '|')],
  ['a delimiter of its own', `sep=;\n${HEADER}\n${ROW}\n`.replaceAll(',', ';')],
])('%s', async (_, text) => {
  expect(await read(new TextEncoder().encode(text))).toEqual({ batch: BATCH, remedies: [] })
})

it('reads a workbook whose cells have formats beyond the table', async () => {
  const [header, row] = [HEADER, ROW].map((line, index) => {
    const cells = line.split(',').map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`)
    return `<row r="${index + 1}">${cells.join('')}<c s="1"/><c s="1"/><c r="H${index + 1}" s="1"/></row>`
  })
  const content = `<worksheet><sheetData>${header}${row}</sheetData></worksheet>`
  const extra = [{ name: 'xl/worksheets/sheet1.xml', content }]
  expect(await read(writeXlsx([{ name: 'Week', rows: [] }], { extra }))).toEqual({ batch: BATCH, remedies: [] })
})

describe('the remedy', () => {
  it.each([
    ['long', HEADER],
    ['wide', WIDE],
    ['of two rows', ',skewness\ndate,long,short,benchmark'],
    ['of a catalogue', 'code,nameZh,nameEn,position'],
  ])('says in which row a header stands, %s', async (_, header) => {
    const { remedies } = await read(new TextEncoder().encode(`Week 35\nby Li\n${header}\n1,2,3,4\n`))
    expect(remedies).toEqual([expect.stringContaining('The header is expected in row 1; row 3 looks like the header')])
  })

  it('searches for a header only down to row 10', async () => {
    const { remedies } = await read(new TextEncoder().encode(`${'note\n'.repeat(10)}${HEADER}\n${ROW}\n`))
    expect(remedies).toEqual([expect.stringContaining('The header is expected in row 1. Name the columns')])
  })

  it('names a sheet that is no table', async () => {
    const sheets = [
      { name: 'Week', rows: [HEADER.split(','), ROW.split(',')] },
      { name: 'Notes', rows: [['checked by Li']] },
    ]
    expect((await read(writeXlsx(sheets))).remedies).toEqual([
      expect.stringContaining(
        'The header is expected in row 1 of sheet Notes; remove the worksheet if it is not a table.',
      ),
    ])
  })

  it('names the column that has values and no name', async () => {
    const { remedies } = await read(new TextEncoder().encode(`${HEADER},\n${ROW},7\n`))
    expect(remedies).toEqual(['Clear column F, or name it in the header; the table ends at column E.'])
  })
})

async function read(bytes: Uint8Array) {
  const faults = new FaultLog('week')
  const settings = { catalogue: CORPUS_CATALOGUE, today: CORPUS_TODAY, unit: null, as: null }
  const content = await readFileContent(bytes, settings, faults)
  const batch = content?.type === 'returns' ? content.batch : null
  return { batch, remedies: faults.kept.map(({ remedy }) => remedy) }
}
