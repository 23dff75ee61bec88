import type { ExportColumn, ExportTable } from '@/lib/base/export-table'
import { harmlessText } from './harmless-text'

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Writes a table as CSV (RFC 4180) in UTF-8. The byte-order mark lets Excel recognise UTF-8; some scripts would read it
 * as a part of the first header. Numbers have full precision and a decimal point; a missing value is an empty cell.
 */
export function writeCsv({ columns, rows }: ExportTable, { hasMark = true } = {}): string {
  const head = columns.map((column) => textField(headerOf(column))).join(',')
  // Joined at once: to add to a long text copies it.
  return [`${hasMark ? BYTE_ORDER_MARK : ''}${head}`, ...linesOf(rows, columns.length), ''].join('\r\n')
}

/** Returns the header above numbers that are written as they are. */
function headerOf(column: ExportColumn): string {
  return column.type === 'percent' ? column.fractionHeader : column.header
}

type Rows = ExportTable['rows']

function linesOf(rows: Rows, width: number): string[] {
  if (rows.length === 0) return []
  const parts: string[][] = []
  for (let from = 0; from < width; ) {
    const isText = rows.some((row) => typeof row[from] === 'string')
    const to = isText ? from + 1 : endOfNumbers(rows, from, width)
    parts.push(isText ? rows.map((row) => fieldOf(row[from])) : numbersOf(rows, from, to))
    from = to
  }
  return rows.map((_, at) => parts.map((part) => part[at]).join(','))
}

function endOfNumbers(rows: Rows, from: number, width: number): number {
  let to = from + 1
  while (to < width && !rows.some((row) => typeof row[to] === 'string')) to++
  return to
}

/**
 * Writes adjacent columns of numbers with JSON, whose numbers equal those of CSV: three times as fast as one by one.
 */
function numbersOf(rows: Rows, from: number, to: number): string[] {
  const json = JSON.stringify(rows.map((row) => row.slice(from, to)))
  return json.slice('[['.length, -']]'.length).replaceAll('null', '').split('],[')
}

function fieldOf(cell: Rows[number][number] | undefined): string {
  return typeof cell === 'string' ? textField(cell) : `${cell ?? ''}`
}

function textField(text: string): string {
  const harmless = harmlessText(text)
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
