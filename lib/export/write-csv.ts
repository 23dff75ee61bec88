import type { ExportTable } from '@/lib/base/export-table'
import { harmlessText } from './harmless-text'

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A table as CSV (RFC 4180) in UTF-8, with a byte order mark so that Excel reads it as such; scripts ask for none, since
 * some take it for a part of the first head. Numbers stand at full precision with a decimal point; an empty cell is a
 * missing one.
 */
export function writeCsv({ columns, rows }: ExportTable, { hasMark = true } = {}): string {
  const head = columns.map(({ header }) => textField(header)).join(',')
  // All of it joined at once: what is put before or behind a long text copies it.
  return [`${hasMark ? BYTE_ORDER_MARK : ''}${head}`, ...linesOf(rows, columns.length), ''].join('\r\n')
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

/** Columns of numbers beside each other, by JSON, whose numbers are those of CSV: a third of the time of one by one. */
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
