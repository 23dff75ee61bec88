/** Tables with wrong columns, rows or units. */
import { gzipSync } from 'node:zlib'
import type { BadFile } from './bad-file'
import { TEXT_FORMS, type TextTable } from './write-table'
import { writeXlsx, type XlsxCell } from './write-xlsx'

const HEADER = ['date', 'series', 'long', 'short', 'benchmark']
const GOOD = ['2024-08-29', 'skewness', '0.01', '-0.02', '0.003']
const OTHER = ['2024-08-30', 'skewness', '0.004', '0.001', '0.002']

const text = (content: string) => () => new TextEncoder().encode(content)
const comma =
  (...table: TextTable) =>
  () =>
    TEXT_FORMS.comma(table)
const book =
  (...rows: XlsxCell[][]) =>
  () =>
    writeXlsx([{ name: 'Week', rows }])

export const BAD_TABLES: BadFile[] = [
  { name: 'nothing', bytes: text(''), faults: [{ rule: 'empty-file' }] },
  { name: 'blank lines', bytes: text('\n\r\n \n'), faults: [{ rule: 'empty-file' }] },
  { name: 'commas alone', bytes: text(',,,,\n,,,,\n'), faults: [{ rule: 'empty-file' }] },
  { name: 'a byte-order mark', bytes: text('\uFEFF'), faults: [{ rule: 'empty-file' }] },
  { name: 'gzip of nothing', bytes: () => new Uint8Array(gzipSync('')), faults: [{ rule: 'empty-file' }] },
  { name: 'a workbook of empty sheets', bytes: book(), faults: [{ rule: 'empty-file' }] },
  { name: 'a header alone', bytes: comma(HEADER), faults: [{ rule: 'header-only', row: 1 }] },
  {
    name: 'a header alone, Parquet',
    bytes: () => TEXT_FORMS.Parquet([HEADER]),
    faults: [{ rule: 'header-only', row: 1 }],
  },
  { name: 'a header alone, in a sheet', bytes: book(HEADER), faults: [{ rule: 'header-only', sheet: 'Week', row: 1 }] },
  { name: 'no header', bytes: comma(GOOD, OTHER), faults: [{ rule: 'unknown-layout', row: 1, value: GOOD.join() }] },
  {
    name: 'another table',
    bytes: comma(['name', 'price'], ['a', '1']),
    faults: [{ rule: 'unknown-layout', row: 1, value: 'name,price' }],
  },
  {
    name: 'a misspelt column',
    bytes: comma(['date', 'series', 'long', 'shrt', 'benchmark'], GOOD),
    faults: [
      { rule: 'unknown-column', row: 1, column: 'shrt' },
      { rule: 'missing-column', row: 1, column: 'short' },
    ],
  },
  {
    name: 'no column of dates',
    bytes: comma(HEADER.slice(1), GOOD.slice(1)),
    faults: [{ rule: 'missing-column', row: 1, column: 'date' }],
  },
  {
    name: 'the index of a data frame',
    bytes: comma(['', ...HEADER], ['0', ...GOOD]),
    faults: [{ rule: 'unknown-column', row: 1, column: 'column A' }],
  },
  {
    name: 'columns of values without a name',
    bytes: text(`${HEADER.join()},,\n${GOOD.join()},,\n${OTHER.join()},7,\n2024-08-28,skewness,0,0,0,8,9\n`),
    faults: [
      { rule: 'outside-table', row: 3, column: 'column F', value: '7' },
      { rule: 'outside-table', row: 4, column: 'column G', value: '9' },
    ],
  },
  {
    name: 'the index of a data frame, wide',
    bytes: comma(
      ['', 'date', 'skewness.long', 'skewness.short', 'skewness.benchmark'],
      ['0', '2024-08-29', '0', '0', '0'],
    ),
    faults: [{ rule: 'unknown-column', row: 1, column: 'column A' }],
  },
  {
    name: 'wide: every value is blank',
    bytes: text('date,skewness.long,skewness.short,skewness.benchmark\n2024-08-29,,,\n2024-08-30,,,\n'),
    faults: [{ rule: 'no-values', row: 1 }],
  },
  {
    name: 'every value is blank',
    bytes: comma(HEADER, ['2024-08-29', 'skewness', '', '', '']),
    faults: ['long', 'short', 'benchmark'].map((column) => ({ rule: 'leg-missing', row: 2, column, value: '' })),
  },
  {
    name: 'legs of both kinds',
    bytes: comma([...HEADER, 'portfolio'], [...GOOD, '0']),
    faults: [{ rule: 'unknown-column', row: 1, column: 'portfolio' }],
  },
  {
    name: 'a column twice',
    bytes: comma([...HEADER, 'Long'], [...GOOD, '0']),
    faults: [{ rule: 'duplicate-column', row: 1, column: 'long' }],
  },
  {
    name: 'a row that is too short',
    bytes: comma(HEADER, GOOD, OTHER.slice(0, 3)),
    faults: [{ rule: 'cell-count', row: 3, value: '2024-08-30,skewness,0.004' }],
  },
  {
    name: 'a row that is too long',
    bytes: comma(HEADER, [...GOOD, '1'], OTHER),
    faults: [{ rule: 'cell-count', row: 2, value: `${GOOD.join()},1` }],
  },
  {
    name: 'decimal commas between commas',
    bytes: text(`${HEADER.join()}\n2024-08-29,skewness,0,01,-0,02,0,003\n`),
    faults: [{ rule: 'decimal-comma', row: 2, value: '2024-08-29,skewness,0,01,-0,02,0,003' }],
  },
  {
    name: 'decimal commas between semicolons',
    bytes: text(`${HEADER.join(';')}\n2024-08-29;skewness;0,01;-0,02;0,003\n`),
    faults: [
      { rule: 'decimal-comma', row: 2, column: 'long', value: '0,01' },
      { rule: 'decimal-comma', row: 2, column: 'short', value: '-0,02' },
      { rule: 'decimal-comma', row: 2, column: 'benchmark', value: '0,003' },
    ],
  },
  {
    name: 'an open quotation mark',
    bytes: text(`${HEADER.join()}\n2024-08-30,"skewness,0,0,0\n${GOOD.join()}\n`),
    faults: [{ rule: 'malformed-csv', row: 2 }],
  },
  {
    name: 'a quotation mark within a cell',
    bytes: text(`${HEADER.join()}\n${GOOD.join()}\n2024-08-30,skew"ness,0,0,0\n`),
    faults: [{ rule: 'malformed-csv', row: 3 }],
  },
  {
    name: 'a row twice',
    bytes: comma(HEADER, GOOD, OTHER, GOOD),
    faults: [{ rule: 'duplicate-row', row: 4, value: '2024-08-29 skewness' }],
  },
  {
    name: 'a row twice, in two sheets',
    bytes: () =>
      writeXlsx([
        { name: 'A', rows: [HEADER, GOOD] },
        { name: 'B', rows: [HEADER, OTHER, GOOD] },
      ]),
    faults: [{ rule: 'duplicate-row', sheet: 'B', row: 3, value: '2024-08-29 skewness' }],
  },
  {
    name: 'sheets of two kinds',
    bytes: () =>
      writeXlsx([
        { name: 'A', rows: [HEADER, GOOD] },
        {
          name: 'B',
          rows: [
            ['date', 'series', 'portfolio', 'benchmark'],
            ['2024-08-29', 'enhanced', '0', '0'],
          ],
        },
      ]),
    faults: [{ rule: 'mixed-kinds', sheet: 'B', row: 1 }],
  },
  {
    name: 'a sheet of notes',
    bytes: () =>
      writeXlsx([
        { name: 'A', rows: [HEADER, GOOD] },
        { name: 'Notes', rows: [['as agreed'], ['by mail']] },
      ]),
    faults: [{ rule: 'unknown-layout', sheet: 'Notes', row: 1, value: 'as agreed' }],
  },
  {
    name: 'a percent sign over one column',
    bytes: comma(['date', 'series', 'long(%)', 'short', 'benchmark'], GOOD),
    faults: [
      { rule: 'mixed-units', row: 1, column: 'short' },
      { rule: 'mixed-units', row: 1, column: 'benchmark' },
    ],
  },
  {
    name: 'percent signs in cells that are declared fractions',
    bytes: comma(HEADER, ['2024-08-29', 'skewness', '1%', '2%', '3%']),
    settings: { unit: 'decimal' },
    faults: ['1%', '2%', '3%'].map((value, at) => ({
      rule: 'mixed-units',
      row: 2,
      column: HEADER[at + 2] ?? '',
      value,
    })),
  },
  {
    name: 'one cell without a percent sign',
    bytes: comma(HEADER, ['2024-08-29', 'skewness', '1%', '2%', '3']),
    faults: [{ rule: 'mixed-units', row: 2, column: 'benchmark', value: '3' }],
  },
  {
    name: 'a workbook of both formats',
    bytes: book(HEADER, [
      '2024-08-29',
      'skewness',
      { number: 0.01, format: 'percent' },
      { number: 0.02 },
      { number: 0.003 },
    ]),
    faults: [{ rule: 'mixed-units', sheet: 'Week', row: 2, column: 'long', value: '1%' }],
  },
  {
    name: 'percentages of a quiet week taken for fractions',
    bytes: comma(HEADER, ...days(8).map((date) => [date, 'skewness', '0.31', '-0.24', '0.18'])),
    faults: [{ rule: 'implausible-unit', value: '0.24' }],
  },
  {
    name: 'fractions declared as percentages',
    bytes: comma(HEADER, ...days(8).map((date) => [date, 'skewness', '0.0031', '-0.0024', '0.0018'])),
    settings: { unit: 'percent' },
    faults: [{ rule: 'implausible-unit', value: '0.000024' }],
  },
  {
    name: 'wide: a leg is missing on a day',
    bytes: comma(['date', 'skewness.long', 'skewness.short', 'skewness.benchmark'], ['2024-08-29', '0.01', '', '0']),
    faults: [{ rule: 'leg-missing', row: 2, column: 'skewness.short', value: '' }],
  },
  {
    name: 'wide: a column is missing',
    bytes: comma(['date', 'skewness.long', 'skewness.short'], ['2024-08-29', '0.01', '0']),
    faults: [{ rule: 'missing-column', row: 1, column: 'skewness.benchmark' }],
  },
  {
    name: 'wide: an unknown series',
    bytes: comma(['date', 'skewnes.long', 'skewnes.short', 'skewnes.benchmark'], ['2024-08-29', '0.01', '0', '0']),
    faults: [{ rule: 'unknown-series', row: 1, column: 'skewnes.long', value: 'skewnes' }],
  },
  {
    name: 'wide: before inception',
    bytes: comma(['date', 'network.long', 'network.short', 'network.benchmark'], ['2016-12-30', '0.01', '0', '0']),
    faults: [{ rule: 'before-inception', row: 2, column: 'date', value: '2016-12-30' }],
  },
  {
    name: 'wide: a column twice',
    bytes: comma(
      ['date', 'skewness.long', 'skewness.long', 'skewness.short', 'skewness.benchmark'],
      ['2024-08-29', '0', '0', '0', '0'],
    ),
    faults: [{ rule: 'duplicate-column', row: 1, column: 'skewness.long' }],
  },
  {
    name: 'wide: a column of its own',
    bytes: comma(
      ['date', 'skewness.long', 'skewness.short', 'skewness.benchmark', 'remark'],
      ['2024-08-29', '0', '0', '0', 'x'],
    ),
    faults: [{ rule: 'unknown-column', row: 1, column: 'remark' }],
  },
  {
    name: 'quality beyond 1',
    bytes: comma(['date', 'series', 'ic', 'rank_ic'], ['2024-08-29', 'skewness', '0.04', '4.5']),
    faults: [{ rule: 'not-a-correlation', row: 2, column: 'rank_ic', value: '4.5' }],
  },
  {
    name: 'quality without any coefficient',
    bytes: comma(['date', 'series', 'ic', 'rank_ic'], ['2024-08-29', 'skewness', '', '']),
    faults: [
      { rule: 'leg-missing', row: 2, column: 'ic', value: '' },
      { rule: 'leg-missing', row: 2, column: 'rank_ic', value: '' },
    ],
  },
  {
    name: 'quality of a portfolio',
    bytes: comma(['date', 'series', 'ic', 'rank_ic'], ['2024-08-29', 'enhanced', '0.04', '0.05']),
    faults: [{ rule: 'other-kind-of-series', row: 2, column: 'series', value: 'enhanced' }],
  },
  {
    name: 'a catalogue without a column and with another',
    bytes: comma(['code', 'nameZh', 'title', 'position'], ['a', '甲', 'A', '1']),
    faults: [
      { rule: 'unknown-column', row: 1, column: 'title' },
      { rule: 'missing-column', row: 1, column: 'nameEn' },
    ],
  },
  {
    name: 'markets without a column whose cells may be empty',
    bytes: comma(['code', 'nameZh', 'nameEn'], ['US', '美股', 'US']),
    faults: [{ rule: 'missing-column', row: 1, column: 'dailyReturnMax' }],
  },
  {
    name: 'a catalogue with wrong fields',
    bytes: book(['code', 'name zh', 'name_en', 'position'], ['a b', '甲', 'A', 'first']),
    faults: [
      { rule: 'catalogue-field', sheet: 'Week', row: 2, column: 'code', value: '"a b"' },
      { rule: 'catalogue-field', sheet: 'Week', row: 2, column: 'position', value: '"first"' },
    ],
  },
]

/** Trading days of August 2024. */
function days(count: number): string[] {
  return ['01', '02', '05', '06', '07', '08', '09', '12', '13'].slice(0, count).map((day) => `2024-08-${day}`)
}
