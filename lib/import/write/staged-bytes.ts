import type { DailyColumns } from '@/lib/import/layout/daily-columns'
import { COPY_END, COPY_HEADER, NO_VALUE } from './binary-copy'

const PIECE_BYTES = 64 * 1024
/** At most, with the lengths of fields: the count of fields, code, date and date before; a value and its flag. */
const ROW_BYTES = 2 + 4 + 8 + 8
const LEG_BYTES = 12 + 5
/** Days from 1970-01-01 to 2000-01-01, from which PostgreSQL counts dates. */
const POSTGRES_EPOCH = 10_957

/**
 * Yields rows in PostgreSQL's binary format, in pieces: code, date, the legs, the date of the previous row of the series, and
 * for each leg whether it has the same value there. The first row of a series has none of the last two.
 * @param order the positions of the rows, by series and date
 */
export function* stagedBytes(columns: DailyColumns, order: Uint32Array): Generator<Uint8Array> {
  yield COPY_HEADER
  const writer = new RowWriter(columns)
  let previous: number | null = null
  for (const row of order) {
    writer.write(row, previous)
    previous = row
    if (writer.isFull) yield writer.take()
  }
  yield writer.take()
  yield COPY_END
}

/** Writes rows into a piece. */
class RowWriter {
  readonly #columns: DailyColumns
  readonly #codes: Uint8Array[]
  readonly #rowBytesMax: number
  #view = new DataView(new ArrayBuffer(PIECE_BYTES))
  #end = 0

  constructor(columns: DailyColumns) {
    this.#columns = columns
    this.#codes = columns.codes.map((code) => new TextEncoder().encode(code))
    const codeBytesMax = this.#codes.reduce((most, { length }) => Math.max(most, length), 0)
    this.#rowBytesMax = codeBytesMax + ROW_BYTES + columns.legs.length * LEG_BYTES
  }

  /** Whether the piece is to be taken before the next row. */
  get isFull(): boolean {
    return this.#end + this.#rowBytesMax > PIECE_BYTES
  }

  /** Returns what was written, and begins another piece. */
  take(): Uint8Array {
    const taken = new Uint8Array(this.#view.buffer, 0, this.#end)
    this.#view = new DataView(new ArrayBuffer(PIECE_BYTES))
    this.#end = 0
    return taken
  }

  /** @param before the position of the row written before; null for the first */
  write(row: number, before: number | null): void {
    const { series, days, legs } = this.#columns
    const previous = before === null || series[before] !== series[row] ? null : before
    this.#view.setInt16(this.#end, 3 + 2 * legs.length)
    this.#end += 2
    this.#writeText(this.#codes[series[row] ?? -1])
    this.#writeDate(days[row])
    for (const leg of legs) this.#writeNumber(leg[row] as number)
    this.#writeDate(previous === null ? undefined : days[previous])
    for (const leg of legs) this.#writeFlag(previous === null ? undefined : leg[previous] === leg[row])
  }

  #writeText(bytes: Uint8Array | undefined): void {
    if (bytes === undefined) throw new RangeError('a row needs a series')
    this.#writeLength(bytes.length)
    for (let at = 0; at < bytes.length; at += 1) this.#view.setUint8(this.#end + at, bytes[at] ?? 0)
    this.#end += bytes.length
  }

  #writeDate(day: number | undefined): void {
    this.#writeLength(day === undefined ? NO_VALUE : 4)
    if (day === undefined) return
    this.#view.setInt32(this.#end, day - POSTGRES_EPOCH)
    this.#end += 4
  }

  #writeNumber(value: number): void {
    const isMissing = Number.isNaN(value)
    this.#writeLength(isMissing ? NO_VALUE : 8)
    if (isMissing) return
    this.#view.setFloat64(this.#end, value)
    this.#end += 8
  }

  #writeFlag(flag: boolean | undefined): void {
    this.#writeLength(flag === undefined ? NO_VALUE : 1)
    if (flag === undefined) return
    this.#view.setUint8(this.#end, flag ? 1 : 0)
    this.#end += 1
  }

  #writeLength(bytes: number): void {
    this.#view.setInt32(this.#end, bytes)
    this.#end += 4
  }
}
