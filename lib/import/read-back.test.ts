/** A table of returns gives the same returns, bit for bit, in every format. */
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import type { Unit } from '@/lib/import/layout/unit'
import { FaultLog } from '@/lib/import/outcome/fault'
import { readFileContent } from '@/lib/import/parse/read-file'
import { shiftPoint } from '@/lib/import/read/decimal-text'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { CORPUS_CATALOGUE, CORPUS_TODAY } from '@/lib/testing/import/corpus-catalogue'
import { TEXT_FORMS, type TextTable } from '@/lib/testing/import/write-table'
import { writeXlsx, type XlsxCell } from '@/lib/testing/import/write-xlsx'
import { sizeOfRun } from '@/lib/testing/run/run-mode'

interface Row {
  date: string
  code: string
  legs: [number, number, number]
}

const LEGS = ['long', 'short', 'benchmark']
const DAY_MS = 86_400_000

/** Plausible returns: any bits, not all tiny and not all huge; a zero has no sign. */
const dailyReturn = fc.oneof(
  fc.double({ min: 0.0005, max: 0.09, noNaN: true }),
  fc.double({ min: -0.09, max: -0.0005, noNaN: true }),
  fc.integer({ min: -900, max: 900 }).map((points) => (points === 0 ? 0.0011 : points / 10_000)),
)
const row: fc.Arbitrary<Row> = fc.record({
  code: fc.constantFrom('skewness', 'network', 'momentum.v2'),
  date: fc.constantFrom(...shanghaiDays('2017-01-03', '2017-02-28')),
  legs: fc.tuple(dailyReturn, dailyReturn, dailyReturn),
})
const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 30, selector: ({ code, date }) => `${code} ${date}` })

/** Writes a number in each unit. The point of a percentage is moved in the text, so that nothing is rounded. */
const WRITTEN: Record<string, (value: number) => string> = {
  fraction: String,
  percentage: (value) => `${shiftPoint(String(value), 2)}%`,
}

const TEXTS = Object.entries(TEXT_FORMS).flatMap(([form, write]) =>
  Object.entries(WRITTEN).flatMap(([unit, text]) => [
    { name: `${form}, long, ${unit}`, bytes: (table: Row[]) => write(longTable(table, text)) },
    { name: `${form}, wide, ${unit}`, bytes: (table: Row[]) => write(wideTable(table, text)) },
    // Columns of Parquet need unique names.
    ...(form === 'Parquet'
      ? []
      : [
          { name: `${form}, two headers, ${unit}`, bytes: (table: Row[]) => write(twoHeaders(wideTable(table, text))) },
        ]),
  ]),
)

it.each(TEXTS)('$name', ({ bytes }) => readsBack(bytes, null))

/** Dates as Excel in China, pandas and databases write them. */
const DATES: [string, (date: string) => string][] = [
  ['2024/9/2', (date) => date.replace(/-0?/g, '/')],
  ['2024/09/02', (date) => date.replaceAll('-', '/')],
  ['20240902', (date) => date.replaceAll('-', '')],
  ['2024-09-02 00:00:00', (date) => `${date} 00:00:00`],
  ['2024-09-02T00:00:00', (date) => `${date}T00:00:00`],
  ['2024年9月2日', (date) => `${date.replace(/-0?/, '年').replace(/-0?/, '月')}日`],
]

const DATED = Object.entries(TEXT_FORMS).flatMap(([form, write]) =>
  DATES.map(([name, text]) => ({
    name: `${form}, dates as ${name}`,
    bytes: (table: Row[]) => {
      const [header = [], ...below] = longTable(table, String)
      return write([header, ...below.map(([date = '', ...cells]) => [text(date), ...cells])])
    },
  })),
)

it.each(DATED)('$name', ({ bytes }) => readsBack(bytes, null))

it('dates as numbers in a workbook', () =>
  readsBack((table) => {
    const [header = [], ...below] = typedCells(table, false, {})
    const days = table.map(({ date }) => Number(date.replaceAll('-', '')))
    const rows = below.map(([, ...cells], at): XlsxCell[] => [{ number: days[at] ?? Number.NaN }, ...cells])
    return writeXlsx([{ name: 'A', rows: [header, ...rows] }])
  }, null))

it('percentages that the header marks', () =>
  readsBack((table) => {
    const [, ...below] = longTable(table, (value) => shiftPoint(String(value), 2))
    return TEXT_FORMS.comma([['Date', 'Series', 'Long(%)', 'Short (%)', 'Benchmark%'], ...below])
  }, null))

it('percentages that are declared', () =>
  readsBack((table) => TEXT_FORMS.semicolon(longTable(table, (value) => shiftPoint(String(value), 2))), 'percent'))

it.each([false, true])('typed cells of a workbook, days from 1904: %s', (is1904) =>
  readsBack((table) => writeXlsx([{ name: 'A', rows: typedCells(table, is1904, {}) }], { is1904 }), null),
)

it('per cent formats of a workbook, in two sheets', () =>
  readsBack((table) => {
    const [header = [], ...below] = typedCells(table, false, { format: 'percent' })
    const [first, rest] = [below.slice(0, 1), below.slice(1)]
    const second = rest.length > 0 ? [{ name: 'B', rows: [header, ...rest] }] : []
    return writeXlsx([{ name: 'A', rows: [header, ...first] }, ...second, { name: 'Sheet3', rows: [] }])
  }, null))

it('a workbook that another library wrote', () =>
  readsBack(async (table) => {
    const data = table.map(({ date, code, legs }) => [
      { value: new Date(date), type: Date, format: 'yyyy/mm/dd' },
      { value: code, type: String },
      ...legs.map((value) => ({ value, type: Number, format: '0.00%' })),
    ])
    const header = ['date', 'series', ...LEGS].map((value) => ({ value, type: String }))
    return new Uint8Array(await writeExcelFile([{ sheet: 'Week', data: [header, ...data] }]).toBuffer())
  }, null))

it.each(['SNAPPY', 'UNCOMPRESSED'] as const)('typed columns of Parquet, %s', (codec) =>
  readsBack((table) => parquet(table, codec), null),
)

it('gzip of a workbook and of Parquet', async () => {
  const packed = (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes))
  await readsBack((table) => packed(writeXlsx([{ name: 'A', rows: typedCells(table, false, {}) }])), null)
  await readsBack((table) => packed(parquet(table, 'SNAPPY')), null)
})

async function readsBack(write: (table: Row[]) => Uint8Array | Promise<Uint8Array>, unit: Unit | null) {
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const faults = new FaultLog('week')
      const settings = { catalogue: CORPUS_CATALOGUE, today: CORPUS_TODAY, unit, as: null }
      const content = await readFileContent(await write(table), settings, faults)
      expect(faults.kept).toEqual([])
      if (content?.type !== 'returns') throw new Error('Expected returns.')
      const { codes, dates, legs } = content.batch
      const found = codes.map((code, at) => ({ date: dates[at], code, legs: legs.map((leg) => leg[at]) }))
      expect(sorted(found)).toEqual(sorted(table))
    }),
    { numRuns: sizeOfRun({ usual: 8, long: 50 }) },
  )
}

function sorted(table: { date: string | undefined; code: string }[]) {
  return table.toSorted((a, b) => (`${a.date} ${a.code}` < `${b.date} ${b.code}` ? -1 : 1))
}

function longTable(table: Row[], text: (value: number) => string): TextTable {
  return [['date', 'series', ...LEGS], ...table.map(({ date, code, legs }) => [date, code, ...legs.map(text)])]
}

function wideTable(table: Row[], text: (value: number) => string): TextTable {
  const codes = [...new Set(table.map(({ code }) => code))]
  const dates = [...new Set(table.map(({ date }) => date))]
  const header = ['date', ...codes.flatMap((code) => LEGS.map((leg) => `${code}.${leg}`))]
  const below = dates.map((date) => {
    const cells = codes.flatMap((code) => {
      const legs = table.find((candidate) => candidate.code === code && candidate.date === date)?.legs
      return legs?.map(text) ?? ['', '', '']
    })
    return [date, ...cells]
  })
  return [header, ...below]
}

/** Writes the code once above its legs, as merged cells do, and the name of the index in a separate row. */
function twoHeaders([header = [], ...below]: TextTable): TextTable {
  const legs = header.map((name) => name.slice(name.lastIndexOf('.') + 1))
  const codes = header.map((name, at) => (at % 3 === 1 ? name.slice(0, name.lastIndexOf('.')) : ''))
  return [codes, ['', ...legs.slice(1)], ['date', ...legs.slice(1).map(() => '')], ...below]
}

function typedCells(table: Row[], is1904: boolean, format: { format?: 'percent' }): XlsxCell[][] {
  const zero = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const below = table.map(({ date, code, legs }): XlsxCell[] => [
    { number: (Date.parse(date) - zero) / DAY_MS, format: 'date' },
    code,
    ...legs.map((number) => ({ number, ...format })),
  ])
  return [['date', 'series', ...LEGS], ...below]
}

function parquet(table: Row[], codec: 'SNAPPY' | 'UNCOMPRESSED'): Uint8Array {
  const columnData = [
    { name: 'date', data: table.map(({ date }) => new Date(date)), type: 'TIMESTAMP' as const },
    { name: 'series', data: table.map(({ code }) => code), type: 'STRING' as const },
    ...LEGS.map((name, at) => ({ name, data: table.map(({ legs }) => legs[at]), type: 'DOUBLE' as const })),
  ]
  return new Uint8Array(parquetWriteBuffer({ columnData, codec }))
}
