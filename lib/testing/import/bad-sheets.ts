/** Workbooks with a sheet that does not contain only a table. */
import type { BadFile } from './bad-file'
import { writeXlsx, type XlsxCell } from './write-xlsx'

const HEADER = ['date', 'series', 'long', 'short', 'benchmark']
const GOOD = ['2024-08-29', 'skewness', '0.01', '-0.02', '0.003']
const WIDE = ['date', 'skewness.long', 'skewness.short', 'skewness.benchmark']

const book =
  (...rows: XlsxCell[][]) =>
  () =>
    writeXlsx([{ name: 'Week', rows }])
const sheet = (rows: string) => () =>
  writeXlsx([{ name: 'Week', rows: [] }], {
    extra: [{ name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${rows}</sheetData></worksheet>` }],
  })

export const BAD_SHEETS: BadFile[] = [
  {
    name: 'wide: formulas that are not worked out',
    bytes: book(
      [...WIDE, 'network.long', 'network.short', 'network.benchmark'],
      [...GOOD.slice(0, 1), ...GOOD.slice(2), { formula: 'B2*2' }, { formula: 'C2*2' }, { formula: 'D2' }],
    ),
    faults: ['=B2*2', '=C2*2', '=D2'].map((value, at) => ({
      ...unvalued(2, 'EFG'.charAt(at)),
      value,
    })),
  },
  {
    name: 'long: formulas that are not worked out',
    bytes: book(HEADER, [...GOOD.slice(0, 4), { formula: 'C2+D2' }]),
    faults: [{ ...unvalued(2, 'E'), value: '=C2+D2' }],
  },
  {
    name: 'quality: a formula that is not worked out',
    bytes: book(['date', 'series', 'ic', 'rank_ic'], ['2024-08-29', 'skewness', { formula: 'D2' }, '0.04']),
    faults: [{ ...unvalued(2, 'C'), value: '=D2' }],
  },
  {
    name: 'catalogue: a formula that is not worked out',
    bytes: book(['code', 'nameZh', 'nameEn', 'dailyReturnMax'], ['US', '美股', 'US', { formula: '1/2' }]),
    faults: [{ ...unvalued(2, 'D'), value: '=1/2' }],
  },
  {
    name: 'formulas that are not worked out, without or with another type',
    bytes: sheet(
      '<row r="1"><c r="A1"><f>B1</f></c><c r="B1" t="str"><f>C1</f></c><c r="C1" t="b"><f t="shared" si="0"/><v/></c></row>',
    ),
    faults: [{ ...unvalued(1, 'A'), value: '=B1' }, { ...unvalued(1, 'B'), value: '=C1' }, unvalued(1, 'C')],
  },
  {
    name: 'a formula whose value is 0, in a workbook that is not worked out',
    bytes: () =>
      writeXlsx(
        [{ name: 'Week', rows: [HEADER, [...GOOD.slice(0, 2), { formula: 'B1*2', value: 0 }, '0.01', '0.02']] }],
        { isUncomputed: true },
      ),
    faults: [{ ...unvalued(2, 'C'), value: '=B1*2' }],
  },
  {
    name: 'a column of formulas whose values are all 0',
    bytes: () => writeXlsx([{ name: 'Week', rows: zeroFormulas() }]),
    faults: [2, 3, 4, 5, 6].map((row) => ({ ...unvalued(row, 'C'), value: '=VLOOKUP(A1,Z:Z,1)' })),
  },
  {
    name: 'hidden rows',
    bytes: () =>
      writeXlsx([
        {
          name: 'Week',
          rows: [HEADER, ...DAYS.map((day) => [day, 'skewness', '0', '0', '0'])],
          hiddenRows: [2, 3, 6],
        },
      ]),
    faults: [2, 6].map((row) => ({ rule: 'hidden' as const, sheet: 'Week', row })),
  },
  {
    name: 'a hidden column',
    bytes: () => writeXlsx([{ name: 'Week', rows: [HEADER, GOOD], hiddenColumns: [4, 9] }]),
    faults: [{ rule: 'hidden', sheet: 'Week', column: 'column D' }],
  },
  {
    name: 'a hidden sheet',
    bytes: () =>
      writeXlsx([
        { name: 'Week', rows: [HEADER, GOOD] },
        { name: 'Old', rows: [HEADER, GOOD], isHidden: true },
      ]),
    faults: [{ rule: 'hidden', sheet: 'Old' }],
  },
  {
    name: 'numbers in basis points by their format',
    bytes: book(HEADER, [...GOOD.slice(0, 4), { number: 0.3, format: 'basisPoints' }]),
    faults: [{ rule: 'not-a-number', sheet: 'Week', row: 2, column: 'benchmark', value: '0.3bp' }],
  },
  {
    name: 'a comment beside the table',
    bytes: book(HEADER, [...GOOD, null, null, 'checked by Li']),
    faults: [outside(2, 'H', 'checked by Li')],
  },
  {
    name: 'wide: a column of numbers without a name, beside the table',
    bytes: book(WIDE, ...['29', '30'].map((day) => [`2024-08-${day}`, '0', '0', '0', { number: 7 }])),
    faults: [outside(2, 'E', '7')],
  },
  {
    name: 'catalogue: a comment beside the table',
    bytes: book(['code', 'nameZh', 'nameEn', 'dailyReturnMax'], ['US', '美股', 'US', '0.5', 'new']),
    faults: [outside(2, 'E', 'new')],
  },
  {
    name: 'a blank column before the table',
    bytes: book([null, ...HEADER], [null, ...GOOD]),
    faults: [{ rule: 'unknown-column', sheet: 'Week', row: 1, column: 'column A' }],
  },
  {
    name: 'catalogue: a blank column within the table',
    bytes: book(['code', null, 'nameZh', 'nameEn', 'dailyReturnMax'], ['US', null, '美股', 'US', '0.5']),
    faults: [{ rule: 'unknown-column', sheet: 'Week', row: 1, column: 'column B' }],
  },
  {
    name: 'a title above the table',
    bytes: book(['Returns of the week'], [], HEADER, GOOD),
    faults: [{ rule: 'unknown-layout', sheet: 'Week', row: 1, value: 'Returns of the week' }],
  },
  {
    name: 'a note of one line on a sheet of its own',
    bytes: () =>
      writeXlsx([
        { name: 'Week', rows: [HEADER, GOOD] },
        { name: 'Notes', rows: [['checked by Li']] },
      ]),
    faults: [{ rule: 'unknown-layout', sheet: 'Notes', row: 1, value: 'checked by Li' }],
  },
  {
    name: 'catalogue: a note of one line on a sheet of its own',
    bytes: () =>
      writeXlsx([
        {
          name: 'markets',
          rows: [
            ['code', 'nameZh', 'nameEn', 'dailyReturnMax'],
            ['US', '美股', 'US', '0.5'],
          ],
        },
        { name: 'Notes', rows: [['checked by Li']] },
      ]),
    faults: [{ rule: 'unknown-layout', sheet: 'Notes', row: 1, value: 'checked by Li' }],
  },
  {
    name: 'wide: every value is blank, in a workbook',
    bytes: book(WIDE, ['2024-08-29'], ['2024-08-30']),
    faults: [{ rule: 'no-values', sheet: 'Week', row: 1 }],
  },
  {
    name: 'wide: every value is blank, in one of two sheets',
    bytes: () =>
      writeXlsx([
        { name: 'A', rows: [WIDE, [...GOOD.slice(0, 1), ...GOOD.slice(2)]] },
        { name: 'B', rows: [WIDE, ['2024-08-30']] },
      ]),
    faults: [{ rule: 'no-values', sheet: 'B', row: 1 }],
  },
  {
    name: 'wide: two header rows alone',
    bytes: book(['date', 'skewness'], [null, 'long', 'short', 'benchmark'], ['date']),
    faults: [{ rule: 'header-only', sheet: 'Week', row: 1 }],
  },
]

const DAYS = ['26', '27', '28', '29', '30'].map((day) => `2024-08-${day}`)

/** Returns a table of five days whose returns are formulas with the value 0. */
function zeroFormulas(): XlsxCell[][] {
  const zero = { formula: 'VLOOKUP(A1,Z:Z,1)', value: 0 }
  return [HEADER, ...DAYS.map((day): XlsxCell[] => [day, 'skewness', zero, '0.01', '0.02'])]
}

function outside(row: number, letter: string, value: string): BadFile['faults'][number] {
  return { rule: 'outside-table', sheet: 'Week', row, column: `column ${letter}`, value }
}

function unvalued(row: number, letter: string): BadFile['faults'][number] {
  return { rule: 'formula-without-value', sheet: 'Week', row, column: `column ${letter}` }
}
