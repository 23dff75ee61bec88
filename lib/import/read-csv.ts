import { CsvError, parse } from 'csv-parse/sync'
import { decodeText } from '@/lib/import/decode-text'
import type { FaultLog } from '@/lib/import/fault'
import type { SourceRow } from '@/lib/import/source-table'

const LINE_ENDS = ['\r\n', '\n', '\r']

/** In this order, where a header has as many of one as of another. */
const DELIMITERS = [',', ';', '\t'] as const

/**
 * Reads text with cells between commas, semicolons or tabs, with any line ends. Blank lines are skipped, cells trimmed.
 * null when the text cannot be read; then the log says why.
 */
export function readCsv(bytes: Uint8Array, faults: FaultLog): SourceRow[] | null {
  const text = decodeText(bytes, faults)
  return text === null ? null : parseRecords(text, faults)
}

/** What stands most often between the cells of the first line that is not blank, outside of quotation marks. */
function delimiterOf(text: string): (typeof DELIMITERS)[number] {
  const header = (/[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

function parseRecords(text: string, faults: FaultLog): SourceRow[] | null {
  const records: SourceRow[] = []
  const keep = (cells: string[], { lines }: { lines: number }) => {
    if (cells.some((cell) => cell !== '')) records.push({ line: lines, cells })
    return null
  }
  try {
    parse(text, {
      delimiter: delimiterOf(text),
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
