import { CsvError, type InfoRecord, parse } from 'csv-parse/sync'
import type { FaultLog } from '@/lib/import/outcome/fault'
import { decodeText } from './decode-text'
import type { SourceRow } from './source-table'

const LINE_ENDS = ['\r\n', '\n', '\r']

/** The first one wins when a header has equally many of two. */
const DELIMITERS = [',', ';', '\t', '|'] as const

/**
 * Reads text with cells between commas, semicolons, tabs or vertical bars, with any line ends. Skips blank lines and trims cells.
 * Returns null with a fault when the text cannot be read.
 */
export function readCsv(bytes: Uint8Array, faults: FaultLog): SourceRow[] | null {
  const text = decodeText(bytes, faults)
  return text === null ? null : parseRecords(text, faults)
}

/** A first line with the delimiter, as Excel writes it: "sep=;". It is replaced by a blank line. */
const DELIMITER_LINE = /^sep=([^"\r\n])(?=[\r\n]|$)/i

/** Returns the most frequent delimiter outside quotation marks in the first line that is not blank. */
function delimiterOf(text: string): (typeof DELIMITERS)[number] {
  const header = (/[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

function parseRecords(text: string, faults: FaultLog): SourceRow[] | null {
  const declared = DELIMITER_LINE.exec(text)?.[1]
  const records: SourceRow[] = []
  const lines = new LineCount()
  const keep = (cells: string[], info: Info) => {
    const line = lines.next(cells, info)
    if (cells.some((cell) => cell !== '')) records.push({ line, cells })
    return null
  }
  try {
    parse(declared === undefined ? text : text.replace(DELIMITER_LINE, ''), {
      delimiter: declared ?? delimiterOf(text),
      record_delimiter: LINE_ENDS,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: keep,
    })
    return records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    faults.add({ rule: 'malformed-csv', ...explain(error, lines) })
    return null
  }
}

type Info = Pick<InfoRecord, 'lines' | 'empty_lines'>

/**
 * Counts the line in which each record begins. The parser has only its last line, and counts CR LF in a cell as two.
 */
class LineCount {
  /** Last line of the previous record. */
  end = 0
  #before: Info = { lines: 0, empty_lines: 0 }

  next(cells: string[], { lines, empty_lines }: Info): number {
    const blank = empty_lines - this.#before.empty_lines
    const first = this.end + 1 + blank
    const isOneLine = lines === this.#before.lines + 1 + blank
    this.end = isOneLine ? first : first + (cells.join().match(/\r\n|\n|\r/g)?.length ?? 0)
    this.#before = { lines, empty_lines }
    return first
  }

  /** Converts the parser's line count to a line of the file, if no record after `end` contains line ends. */
  trueLine(lines: number): number {
    return lines - this.#before.lines + this.end
  }
}

/** Explains the fault at which the parser stopped. It notices an open quotation mark only at the end of the file. */
function explain(error: CsvError, lines: LineCount): { row: number | null; remedy: string } {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return { row: lines.end + 1, remedy: 'Close the quotation mark.' }
  const row = typeof error.lines === 'number' ? lines.trueLine(error.lines) : null
  return { row, remedy: 'Put the whole cell in quotation marks, or none of it.' }
}
