/** Writes tables as files that the importer reads back bit for bit. */
import { open } from 'node:fs/promises'
import type { SchemaElement } from 'hyparquet'
import { ByteWriter, parquetWrite } from 'hyparquet-writer'
import type { StoreCell, StoreColumn } from './store-table'

export const TABLE_FORMATS = ['csv', 'parquet'] as const

export type TableFormat = (typeof TABLE_FORMATS)[number]

/** A file that is being written. */
export interface TableFile {
  add(rows: StoreCell[][]): Promise<void>
  /** Resolves when everything is on the disk. */
  close(): Promise<void>
}

/** Creates a file, or replaces an existing one. Throws the errors of the file system. */
export function createTableFile(path: string, format: TableFormat, columns: StoreColumn[]): Promise<TableFile> {
  return format === 'csv' ? createCsv(path, columns) : createParquet(path, columns)
}

/** Creates comma-separated UTF-8 without a byte-order mark, which PostgreSQL's COPY reads as it is. */
async function createCsv(path: string, columns: StoreColumn[]): Promise<TableFile> {
  const file = await open(path, 'w')
  const write = (rows: StoreCell[][]) => file.write(rows.map((row) => `${row.map(csvCell).join()}\n`).join(''))
  const close = () => file.sync().finally(() => file.close())
  await write([columns.map(({ name }) => name)])
  return {
    add: async (rows) => {
      await write(rows)
    },
    close,
  }
}

function csvCell(cell: StoreCell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Creates a Parquet file. Parquet stores columns, so rows are kept in memory until the file is closed. */
async function createParquet(path: string, columns: StoreColumn[]): Promise<TableFile> {
  const file = await open(path, 'w')
  const data = columns.map((): (StoreCell | Date)[] => [])
  return {
    add: async (rows) => {
      for (const row of rows) for (const [at, cell] of row.entries()) data[at]?.push(parquetCell(cell, columns[at]))
    },
    close: async () => {
      const writer = new ByteWriter()
      const columnData = columns.map(({ name }, at) => ({ name, data: data[at] ?? [] }))
      try {
        parquetWrite({ writer, columnData, schema: schemaOf(columns) })
        await file.writeFile(writer.getBytes())
        await file.sync()
      } finally {
        await file.close()
      }
    },
  }
}

function parquetCell(cell: StoreCell, column: StoreColumn | undefined): StoreCell | Date {
  return column?.type === 'date' && typeof cell === 'string' ? new Date(cell) : cell
}

const TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
} as const

function schemaOf(columns: StoreColumn[]): SchemaElement[] {
  const elements = columns.map(
    ({ name, type }): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...TYPES[type] }),
  )
  return [{ name: 'root', num_children: columns.length }, ...elements]
}
