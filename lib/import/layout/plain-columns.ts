/** Reads the rows of a plain file into columns, in one pass over its bytes. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { daysBetween, isIsoDate } from '@/lib/base/dates'
import { type DailyColumns, dailyColumns } from './daily-columns'
import { isDigit, readPlainNumber, ZERO } from './plain-number'

const LINE_FEED = 0x0a
const RETURN = 0x0d
const COMMA = 0x2c
const DASH = 0x2d
const POINT = 0x2e
const UNDERSCORE = 0x5f
const LOWER_CASE = 0x20
const DATE_LENGTH = 10
const CODE_LENGTH_MAX = 64
const EPOCH = '1970-01-01'
/** Rows that are read before other requests have their turn: some milliseconds. */
const TURN_ROWS = 20_000

/**
 * Returns the rows below the header of a plain file when each of them is `2024-08-30,code,0.01,-0.02,.003` with the
 * given count of numbers, without spaces, quotation marks, blank lines, percent signs or mixed line ends, and has a date
 * of the calendar and numbers that a double can hold. Returns null otherwise, or without rows.
 * @param onRead receives how many bytes have been read
 */
export async function plainColumns(
  bytes: Uint8Array,
  numbers: number,
  onRead: (bytes: number) => void = () => {},
): Promise<DailyColumns | null> {
  const start = bytes.indexOf(LINE_FEED) + 1
  if (start === 0 || start === bytes.length) return null
  const rows = countLines(bytes, start)
  const columns = dailyColumns(rows, numbers)
  const reader = new RowReader(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    columns,
    bytes[start - 2] === RETURN,
  )
  let at = start
  for (let row = 0; row < rows; row += 1) {
    at = reader.read(at, row)
    if (at === -1) return null
    if (row % TURN_ROWS === TURN_ROWS - 1) {
      onRead(at)
      await nextTurn()
    }
  }
  onRead(at)
  return columns
}

/** Counts the lines from an offset on, of which the last may lack its line feed. */
function countLines(bytes: Uint8Array, start: number): number {
  let count = bytes.at(-1) === LINE_FEED ? 0 : 1
  for (let at = bytes.indexOf(LINE_FEED, start); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1
  return count
}

/** Reads rows one by one. Files repeat their dates, and the order of their series, so that few are looked up by text. */
class RowReader {
  /** Days from 1970-01-01 by the digits of a date; null for digits that are none of the calendar. */
  readonly #days = new Map<number, number | null>()
  readonly #positions = new Map<string, number>()
  /** The bytes of each code, and the series of the row after its last one. */
  readonly #codes: Uint8Array[] = []
  readonly #next: number[] = []
  #series = 0

  constructor(
    readonly bytes: Buffer,
    readonly columns: DailyColumns,
    readonly isCrlf: boolean,
  ) {}

  /** Reads the row at an offset. Returns the offset after it; -1 when the row has another syntax. */
  read(at: number, row: number): number {
    const { bytes, columns } = this
    const day = this.#dayAt(at)
    if (day === null || bytes[at + DATE_LENGTH] !== COMMA) return -1
    columns.days[row] = day
    let end = this.#readCode(at + DATE_LENGTH + 1, row)
    for (const leg of columns.legs) {
      if (end === -1 || bytes[end] !== COMMA) return -1
      end = readPlainNumber(bytes, end + 1, leg, row)
    }
    if (end === -1 || end === bytes.length) return end
    if (this.isCrlf && bytes[end] === RETURN) return bytes[end + 1] === LINE_FEED ? end + 2 : -1
    return !this.isCrlf && bytes[end] === LINE_FEED ? end + 1 : -1
  }

  #dayAt(at: number): number | null {
    const { bytes } = this
    let digits = 0
    for (let offset = 0; offset < DATE_LENGTH; offset += 1) {
      const byte = bytes[at + offset]
      if (offset === 4 || offset === 7) {
        if (byte !== DASH) return null
      } else if (byte === undefined || !isDigit(byte)) return null
      else digits = digits * 10 + (byte - ZERO)
    }
    const known = this.#days.get(digits)
    if (known !== undefined) return known
    const text = bytes.toString('latin1', at, at + DATE_LENGTH)
    const day = isIsoDate(text) ? daysBetween(EPOCH, text) : null
    this.#days.set(digits, day)
    return day
  }

  /** Writes the series of a row. Returns the offset after its code; -1 for what is none. */
  #readCode(at: number, row: number): number {
    const previous = this.#series
    const expected = this.#next[previous]
    const length = expected === undefined ? 0 : this.#lengthOf(expected, at)
    let end = at + length
    if (expected !== undefined && length > 0) this.#series = expected
    else {
      while (isOfCode(this.bytes[end])) end += 1
      if (end === at || end - at > CODE_LENGTH_MAX) return -1
      this.#series = this.#positionOf(at, end)
      this.#next[previous] = this.#series
    }
    this.columns.series[row] = this.#series
    return end
  }

  /** Returns the length of a known code when it stands at an offset, before a comma; 0 otherwise. */
  #lengthOf(position: number, at: number): number {
    const code = this.#codes[position]
    if (code === undefined || this.bytes[at + code.length] !== COMMA) return 0
    for (let offset = 0; offset < code.length; offset += 1) if (this.bytes[at + offset] !== code[offset]) return 0
    return code.length
  }

  #positionOf(start: number, end: number): number {
    const code = this.bytes.toString('latin1', start, end)
    const known = this.#positions.get(code)
    if (known !== undefined) return known
    const position = this.columns.codes.push(code) - 1
    this.#codes.push(this.bytes.subarray(start, end))
    this.#positions.set(code, position)
    return position
  }
}

function isOfCode(byte: number | undefined): boolean {
  if (byte === undefined) return false
  const letter = byte | LOWER_CASE
  return isDigit(byte) || (letter >= 0x61 && letter <= 0x7a) || byte === DASH || byte === POINT || byte === UNDERSCORE
}
