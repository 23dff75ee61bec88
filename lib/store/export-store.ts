/** Writes tables of the store as files, completely or not at all. */
import { join } from 'node:path'
import { RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { catalogueTable } from './catalogue-table'
import { dailyTable } from './daily-table'
import { isDaily, STORE_TABLES, type StoreTable, type StoreTableName } from './store-table'
import { createTableFile, type TableFile, type TableFormat } from './table-file'
import { writeWholeFile, writeWholeFolder } from './write-whole'

export interface ExportOrder {
  /** Data version of the tables. */
  version: number
  tables: readonly StoreTableName[]
  /** Series whose daily rows are written; null for all. */
  codes: readonly string[] | null
  format: TableFormat
}

export interface WrittenFile {
  path: string
  table: StoreTableName
  rows: number
}

/** The importer reads a file of this many rows without difficulty. */
const ROWS_PER_FILE = 1_000_000

/**
 * Writes a folder of files whose names sort in the order of loading: `03-factors.csv`, `09-factor-returns.csv`. Tables
 * without rows have no file; large tables have several.
 */
export async function exportFolder(
  path: string,
  order: ExportOrder,
  rowsPerFile = ROWS_PER_FILE,
): Promise<WrittenFile[]> {
  const written: WrittenFile[] = []
  await writeWholeFolder(path, async (unfinished) => {
    for (const name of STORE_TABLES.filter((table) => order.tables.includes(table))) {
      const position = String(STORE_TABLES.indexOf(name) + 1).padStart(2, '0')
      const stem = `${position}-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll('_', '-')}`
      const parts = await writeParts(join(unfinished, stem), await tableOf(name, order), order.format, rowsPerFile)
      written.push(...parts.map(({ suffix, rows }) => ({ path: join(path, `${stem}${suffix}`), table: name, rows })))
    }
  })
  return written
}

/** Writes one table as one file. */
export async function exportFile(path: string, name: StoreTableName, order: ExportOrder): Promise<WrittenFile> {
  let rows = 0
  await writeWholeFile(path, async (unfinished) => {
    const { columns, pieces } = await tableOf(name, order)
    const file = await createTableFile(unfinished, order.format, columns)
    rows = await fill(file, pieces)
  })
  return { path, table: name, rows }
}

async function tableOf(name: StoreTableName, { version, codes }: ExportOrder): Promise<StoreTable> {
  if (!isDaily(name)) return catalogueTable(name, version)
  const known = await getCatalogue({ version })
  const own = known[RETURN_KINDS[name].section].map(({ code }) => code)
  const wanted = own.filter((code) => codes === null || codes.includes(code)).sort()
  return dailyTable(name, { version, codes: wanted })
}

async function fill(file: TableFile, pieces: AsyncIterable<StoreTablePiece>): Promise<number> {
  let rows = 0
  try {
    for await (const piece of pieces) {
      rows += piece.length
      await file.add(piece)
    }
  } finally {
    await file.close()
  }
  return rows
}

type StoreTablePiece = StoreTable['pieces'] extends AsyncIterable<infer Piece> ? Piece : never

interface Part {
  /** The part of the file's name after the stem. */
  suffix: string
  rows: number
}

/** Writes a table in files of at most `rowsPerFile` rows, or of one series. A series is never divided. */
async function writeParts(stem: string, table: StoreTable, format: TableFormat, rowsPerFile: number): Promise<Part[]> {
  const parts: Part[] = []
  let file: TableFile | null = null
  try {
    for await (const piece of table.pieces) {
      if (piece.length === 0) continue
      let part = parts.at(-1)
      if (file === null || part === undefined || part.rows + piece.length > rowsPerFile) {
        await file?.close()
        file = null
        part = { suffix: `${parts.length === 0 ? '' : `-${parts.length + 1}`}.${format}`, rows: 0 }
        file = await createTableFile(`${stem}${part.suffix}`, format, table.columns)
        parts.push(part)
      }
      await file.add(piece)
      part.rows += piece.length
    }
  } finally {
    await file?.close()
  }
  return parts
}
