import type { ExportTable } from './export-table'
import { harmlessText } from './harmless-text'

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A table as CSV (RFC 4180) in UTF-8, with a byte order mark so that Excel reads it as such; scripts ask for none, since
 * some take it for a part of the first head. Numbers stand at full precision with a decimal point; an empty cell is a
 * missing one.
 */
export function writeCsv({ columns, rows }: ExportTable, { hasMark = true } = {}): string {
  const lines = [columns.map(({ header }) => textField(header)), ...rows.map((row) => row.map(field))]
  return `${hasMark ? BYTE_ORDER_MARK : ''}${lines.map((fields) => fields.join(',')).join('\r\n')}\r\n`
}

function field(cell: string | number | null): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : textField(cell)
}

function textField(text: string): string {
  const harmless = harmlessText(text)
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
