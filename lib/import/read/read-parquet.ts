import { type FileMetaData, parquetMetadata, parquetRead, parquetSchema, type SchemaElement } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { ArchiveRefusal, refuseBomb, refuseBroken, refuseTruncated } from './archive-refusal'
import { shiftPoint } from './decimal-text'
import { SIZE_LIMITS } from './size-limits'
import type { SourceRow } from './source-table'

const MAGIC = [0x50, 0x41, 0x52, 0x31]
const DAY_MS = 86_400_000
/** The widest decimal in use has 256 bits. */
const DECIMAL_BYTES_MAX = 32

/** Returns whether the file is Parquet, by its first bytes. */
export function isParquet(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, offset) => bytes[offset] === byte)
}

/**
 * Reads the rows of a Parquet file as text, below a row of its column names. Rows are counted as in a CSV file: the
 * names are row 1. 32-bit floats keep their exact value. Throws ArchiveRefusal for a file that cannot be read.
 */
export async function readParquet(bytes: Uint8Array): Promise<SourceRow[]> {
  if (!MAGIC.every((byte, offset) => bytes[bytes.length - 4 + offset] === byte)) throw refuseTruncated()
  const metadata = readMetadata(bytes)
  const columns = columnsOf(metadata)
  const texts = await readColumns(bytes, metadata, columns)
  const rows = Array.from({ length: Number(metadata.num_rows) }, (_, index) => ({
    line: index + 2,
    cells: texts.map((column) => column[index] ?? ''),
  }))
  return [{ line: 1, cells: columns.map(({ name }) => name.trim()) }, ...rows]
}

function readMetadata(bytes: Uint8Array): FileMetaData {
  const metadata = guarded(() => parquetMetadata(bytes))
  const rows = Number(metadata.num_rows)
  const grouped = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0)
  if (rows < 0 || grouped !== rows) throw refuseBroken()
  const sizes = metadata.row_groups.flatMap((group) =>
    group.columns.map((column) => Number(column.meta_data?.total_uncompressed_size)),
  )
  // A column without a size could unpack to any size.
  if (!sizes.every((size) => size >= 0)) throw refuseBroken()
  const unpacked = sizes.reduce((sum, size) => sum + size, 0)
  const cells = rows * Math.max(1, metadata.schema.length - 1)
  if (rows > SIZE_LIMITS.rows || cells > SIZE_LIMITS.cells || unpacked > SIZE_LIMITS.unpackedBytes) throw refuseBomb()
  return metadata
}

function columnsOf(metadata: FileMetaData): SchemaElement[] {
  const { children } = guarded(() => parquetSchema(metadata))
  const nested = children.find((child) => child.children.length > 0 || child.element.repetition_type === 'REPEATED')
  if (nested === undefined) return children.map(({ element }) => element)
  const remedy = `Write plain columns; "${nested.element.name}" holds lists or structures.`
  throw new ArchiveRefusal('unsupported-format', remedy)
}

/**
 * Reads column by column and group by group. When several parallel reads fail, the library reports one and the other
 * rejections end the process. A broken file can make it throw any error.
 */
async function readColumns(bytes: Uint8Array, metadata: FileMetaData, columns: SchemaElement[]): Promise<string[][]> {
  const file = new Uint8Array(bytes).buffer
  const held = limited()
  const texts = columns.map((): string[] => [])
  try {
    let rowStart = 0
    const unscaled = { ...metadata, schema: metadata.schema.map(withoutDecimal) }
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows)
      for (const [at, column] of columns.entries()) {
        const part = { file, metadata: unscaled, columns: [column.name], rowStart, rowEnd, utf8: !isDecimal(column) }
        const onComplete = (rows: unknown[][]) => {
          for (const [value] of rows) texts[at]?.push(textOf(value, column))
        }
        if (rowEnd > rowStart) await parquetRead({ ...part, compressors: held, parsers: PARSERS, onComplete })
      }
      rowStart = rowEnd
    }
  } catch (error) {
    throw error instanceof ArchiveRefusal ? error : refuseBroken()
  }
  if (texts.some(({ length }) => length !== Number(metadata.num_rows))) throw refuseBroken()
  return texts
}

function guarded<Result>(run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    throw error instanceof ArchiveRefusal ? error : refuseBroken()
  }
}

/** Returns the library's decompressors with a common limit for the unpacked size of all pages. */
function limited(): typeof compressors {
  let unpacked = 0
  const hold = (decompress: NonNullable<(typeof compressors)[keyof typeof compressors]>) => {
    return (input: Uint8Array, size: number) => {
      unpacked += size
      if (size < 0 || unpacked > SIZE_LIMITS.unpackedBytes) throw refuseBomb()
      return decompress(input, size)
    }
  }
  const held: typeof compressors = {}
  for (const codec of Object.keys(compressors) as (keyof typeof compressors)[]) {
    const decompress = compressors[codec]
    if (decompress !== undefined) held[codec] = hold(decompress)
  }
  return held
}

const PARSERS = {
  dateFromDays: (days: number) => momentText(days * DAY_MS),
  timestampFromMilliseconds: (millis: bigint) => momentText(Number(millis)),
  timestampFromMicroseconds: (micros: bigint) => momentText(Number(micros) / 1e3),
  timestampFromNanoseconds: (nanos: bigint) => momentText(Number(nanos) / 1e6),
}

/** Writes midnight as a date; any other moment keeps its time, which is then refused. */
function momentText(timeMs: number): string | undefined {
  if (!Number.isFinite(timeMs)) return undefined
  const moment = new Date(timeMs)
  if (Number.isNaN(moment.getTime())) return String(timeMs)
  const text = moment.toISOString()
  return timeMs % DAY_MS === 0 ? text.slice(0, -'T00:00:00.000Z'.length) : text
}

/** Hides the scale of a decimal from the library, which would multiply by a power of ten and lose precision. */
function withoutDecimal(element: SchemaElement): SchemaElement {
  if (!isDecimal(element)) return element
  const { converted_type: _, logical_type: __, ...plain } = element
  return plain
}

function isDecimal({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  return converted === 'DECIMAL' || logical?.type === 'DECIMAL'
}

function textOf(value: unknown, column: SchemaElement): string {
  if (value === null || value === undefined) return ''
  if (isDecimal(column)) return shiftPoint(String(unscaledOf(value)), -scaleOf(column))
  return String(value).trim()
}

function scaleOf({ scale, logical_type: logical }: SchemaElement): number {
  return scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0)
}

/** Returns a decimal without its point, from an integer or its big-endian bytes in two's complement. */
function unscaledOf(value: unknown): bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return BigInt(value)
  if (!(value instanceof Uint8Array) || value.length === 0 || value.length > DECIMAL_BYTES_MAX) throw refuseBroken()
  return BigInt.asIntN(value.length * 8, BigInt(`0x${Buffer.from(value).toString('hex')}`))
}
