import writeExcelFile, { type Cell } from 'write-excel-file/node'
import type { ExportColumn, ExportTable } from '@/lib/base/export-table'
import { roundHalfAway } from '@/lib/base/format'
import { withoutClock } from './without-clock'

export interface WorkbookSheet extends ExportTable {
  name: string
}

const FORMATS: Record<ExportColumn['type'], string | undefined> = {
  text: undefined,
  integer: '0',
  number: '#,##0.00',
  percent: '+#,##0.00%;-#,##0.00%;0.00%',
  date: 'yyyy-mm-dd',
}

/** Formats of figures that are zero at two decimals, which have no sign: a format alone would show −0.00%. */
const ZERO_FORMATS: Partial<Record<ExportColumn['type'], string>> = { number: '0.00;0.00', percent: '0.00%;0.00%' }

/** Bounds of the width of columns, in characters. */
const WIDTH = { min: 9, max: 60 }

/** Writes a workbook (XLSX) with a table on each sheet: typed cells, a fixed header, columns as wide as their texts. */
export async function writeWorkbook(sheets: WorkbookSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: [sheet.columns.map(headerCell), ...sheet.rows.map((row) => row.map((cell, at) => cellOf(cell, sheet, at)))],
    columns: sheet.columns.map((_, at) => ({ width: widthOf(sheet, at) })),
    stickyRowsCount: 1,
  }))
  return withoutClock(new Uint8Array(await writeExcelFile(written).toBuffer()))
}

function headerCell({ header, type }: ExportColumn): Cell {
  return { value: header, type: String, fontWeight: 'bold', align: type === 'text' ? 'left' : 'right', wrap: true }
}

/** Returns a typed cell. Text has the type of text, so that no formula is computed. */
function cellOf(cell: string | number | null, { columns }: ExportTable, at: number): Cell {
  const type = columns[at]?.type ?? 'text'
  if (cell === null) return null
  const format = (typeof cell === 'number' && isZero(cell, type) ? ZERO_FORMATS[type] : undefined) ?? FORMATS[type]
  if (typeof cell === 'number') return { value: cell, type: Number, ...(format ? { format } : {}) }
  if (type === 'date') return { value: new Date(cell), type: Date, format: 'yyyy-mm-dd' }
  return { value: cell, type: String }
}

/** Returns whether a figure is zero as shown: at two decimals, in percent where the column is. */
function isZero(value: number, type: ExportColumn['type']): boolean {
  return roundHalfAway(type === 'percent' ? value * 100 : value, 2) === 0
}

function widthOf({ columns, rows }: ExportTable, at: number): number {
  const texts = [columns[at]?.header ?? '', ...rows.map((row) => (typeof row[at] === 'string' ? row[at] : ''))]
  return Math.min(WIDTH.max, Math.max(WIDTH.min, ...texts.map(charactersOf)))
}

/** Returns the width of a text in characters; a Chinese character counts twice. */
function charactersOf(text: string): number {
  return Array.from(text).reduce((width, character) => width + (/[\u2E80-\uFFEF]/.test(character) ? 2 : 1), 1)
}
