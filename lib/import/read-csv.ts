import { CsvError, parse } from 'csv-parse/sync'
import { decodeUtf8 } from '@/lib/import/decode-utf8'
import type { FaultLog } from '@/lib/import/fault'
import type { SourceRow, SourceTable } from '@/lib/import/source-table'

const LINE_ENDS = ['\r\n', '\n', '\r']

/**
 * Reads comma-separated UTF-8 text, with or without a byte-order mark, with any line ends. Blank lines are skipped, cells
 * trimmed. null when there is no table to go on with; then the log says why.
 */
export function readCsv(bytes: Uint8Array, faults: FaultLog): SourceTable | null {
  const text = decodeUtf8(bytes, faults)
  if (text === null) return null
  const records = parseRecords(text, faults)
  if (records === null) return null
  const [header, ...rows] = records
  if (header === undefined) {
    faults.add({ rule: 'empty-file', remedy: 'Write a header and at least one row.' })
    return null
  }
  if (rows.length === 0) faults.add({ row: header.line, rule: 'header-only', remedy: 'Write at least one row.' })
  return { header, rows }
}

function parseRecords(text: string, faults: FaultLog): SourceRow[] | null {
  const records: SourceRow[] = []
  const keep = (cells: string[], { lines }: { lines: number }) => {
    records.push({ line: lines, cells })
    return null
  }
  try {
    parse(text, {
      record_delimiter: LINE_ENDS,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: keep,
    })
    return records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    faults.add({ rule: 'malformed-csv', ...explain(error, records) })
    return null
  }
}

/** The parser stops at the first such fault; a quotation mark that stays open it notices only at the end of the file. */
function explain(error: CsvError, before: SourceRow[]): { row: number | null; remedy: string } {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return { row: (before.at(-1)?.line ?? 0) + 1, remedy: 'Close the quotation mark.' }
  }
  const row = typeof error.lines === 'number' ? error.lines : null
  return { row, remedy: 'Put the whole cell in quotation marks, or none of it.' }
}
