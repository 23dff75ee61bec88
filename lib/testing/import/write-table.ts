import { gzipSync } from 'node:zlib'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { encodeGbk } from './encode-gbk'
import { writeXlsx } from './write-xlsx'

/** A table of texts, its header first. */
export type TextTable = string[][]

/** The formats in which a file can hold the same table of texts. */
export const TEXT_FORMS = {
  comma: (table: TextTable) => utf8(csv(table, ',')),
  semicolon: (table: TextTable) => utf8(csv(table, ';')),
  tab: (table: TextTable) => utf8(csv(table, '\t')),
  'byte-order mark': (table: TextTable) => utf8(`\uFEFF${csv(table, ',')}`),
  'UTF-16': (table: TextTable) => new Uint8Array(Buffer.from(`\uFEFF${csv(table, '\t')}`, 'utf16le')),
  GBK: (table: TextTable) => encodeGbk(csv(table, ',')),
  gzip: (table: TextTable) => new Uint8Array(gzipSync(csv(table, ','))),
  workbook: (table: TextTable) => writeXlsx([{ name: 'Sheet1', rows: table }]),
  'workbook with shared texts': (table: TextTable) =>
    writeXlsx([{ name: 'Sheet1', rows: table }], { sharesTexts: true }),
  Parquet: (table: TextTable) => parquet(table),
} as const satisfies Record<string, (table: TextTable) => Uint8Array>

export type TextForm = keyof typeof TEXT_FORMS

function csv(table: TextTable, delimiter: string): string {
  const cell = (text: string) => (/[,;\t"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return table.map((cells) => `${cells.map(cell).join(delimiter)}\n`).join('')
}

function parquet([header = [], ...rows]: TextTable): Uint8Array {
  const columnData = header.map((name, at) => ({
    name,
    data: rows.map((row) => row[at] ?? ''),
    type: 'STRING' as const,
  }))
  return new Uint8Array(parquetWriteBuffer({ columnData }))
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
