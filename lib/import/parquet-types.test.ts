/** Parquet columns of every common type and codec give their exact numbers and dates. */
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { CompressionCodec, SchemaElement } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, it } from 'vitest'
import type { Unit } from '@/lib/import/layout/unit'
import { FaultLog } from '@/lib/import/outcome/fault'
import { readFileContent } from '@/lib/import/parse/read-file'
import { CORPUS_CATALOGUE, CORPUS_TODAY } from '@/lib/testing/import/corpus-catalogue'

type Type = Omit<SchemaElement, 'name'>

interface Leg {
  type: Type
  data: (number | bigint)[]
  unit?: Unit
  expected: number[]
}

const DATES = ['2024-08-29', '2024-08-30']
const DATE: Type = { type: 'INT32', converted_type: 'DATE' }
const TIMESTAMPS: [string, Type][] = [
  ['DATE', DATE],
  ['TIMESTAMP_MILLIS', { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }],
  ['TIMESTAMP_MICROS', { type: 'INT64', converted_type: 'TIMESTAMP_MICROS' }],
  ['nanoseconds', { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'NANOS' } }],
]

const LEGS: [string, Leg][] = [
  ['DOUBLE', { type: { type: 'DOUBLE' }, data: [0.1 + 0.2, -1e-17], expected: [0.30000000000000004, -1e-17] }],
  ['FLOAT', { type: { type: 'FLOAT' }, data: [0.0109, -0.25], expected: [Math.fround(0.0109), -0.25] }],
  ['INT32 of percentages', { type: { type: 'INT32' }, data: [3, -7], unit: 'percent', expected: [0.03, -0.07] }],
  ['INT64 of percentages', { type: { type: 'INT64' }, data: [3n, -7n], unit: 'percent', expected: [0.03, -0.07] }],
  ['DECIMAL in 32 bits', decimal({ type: 'INT32', precision: 9 })],
  ['DECIMAL in 64 bits', decimal({ type: 'INT64', precision: 18 })],
  ['DECIMAL in bytes', decimal({ type: 'FIXED_LEN_BYTE_ARRAY', type_length: 9, precision: 20 })],
  ['DECIMAL beyond 53 bits', longDecimal({ type: 'INT64', precision: 18, scale: 17 })],
  ['DECIMAL in 16 bytes', longDecimal({ type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, precision: 38, scale: 20 })],
  [
    'DECIMAL in 16 bytes, scale 37',
    longDecimal({ type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, precision: 38, scale: 37 }),
  ],
]

/** Makes a decimal with four decimal places: 109 is 0.0109. */
function decimal(type: Type): Leg {
  return { type: { ...type, converted_type: 'DECIMAL', scale: 4 }, data: [109n, -2300n], expected: [0.0109, -0.23] }
}

/** Makes 0.0109 and -0.0155 with zeros up to the scale. */
function longDecimal(type: Type & { scale: number }): Leg {
  const unit = 10n ** BigInt(type.scale - 4)
  return {
    type: { ...type, converted_type: 'DECIMAL' },
    data: [109n * unit, -155n * unit],
    expected: [0.0109, -0.0155],
  }
}

it.each(LEGS)('%s', async (_, { type, data, unit = null, expected }) => {
  expect(await read(file({ date: DATE, leg: type, data }), unit)).toEqual({
    dates: DATES,
    legs: [expected, expected, expected],
  })
})

it.each(TIMESTAMPS)('dates as %s', async (_, date) => {
  const { dates } = await read(file({ date, leg: { type: 'DOUBLE' }, data: [0.01, 0.02] }), null)
  expect(dates).toEqual(DATES)
})

const CODECS: [CompressionCodec, (bytes: Uint8Array) => Uint8Array][] = [
  ['GZIP', gzipSync],
  ['BROTLI', brotliCompressSync],
  ['LZ4_RAW', lz4Literals],
  ['ZSTD', zstdRaw],
]

it.each(CODECS)('under %s', async (codec, compress) => {
  const bytes = file({ date: DATE, leg: { type: 'DOUBLE' }, data: [0.01, -0.02], codec, compress })
  expect((await read(bytes, null)).legs[0]).toEqual([0.01, -0.02])
})

interface Columns {
  date: Type
  leg: Type
  data: (number | bigint)[]
  codec?: CompressionCodec
  compress?: (bytes: Uint8Array) => Uint8Array
}

function file({ date, leg, data, codec = 'SNAPPY', compress }: Columns): Uint8Array {
  const legs = ['long', 'short', 'benchmark']
  const columnData = [
    { name: 'date', data: DATES.map((day) => new Date(day)) },
    { name: 'series', data: DATES.map(() => 'skewness') },
    ...legs.map((name) => ({ name, data })),
  ]
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columnData.length },
    { name: 'date', repetition_type: 'REQUIRED', ...date },
    { name: 'series', repetition_type: 'REQUIRED', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
    ...legs.map((name): SchemaElement => ({ name, repetition_type: 'REQUIRED', ...leg })),
  ]
  const compressors = compress === undefined ? {} : { compressors: { [codec]: compress } }
  return new Uint8Array(parquetWriteBuffer({ columnData, schema, codec, ...compressors }))
}

async function read(bytes: Uint8Array, unit: Unit | null) {
  const faults = new FaultLog('week')
  const settings = { catalogue: CORPUS_CATALOGUE, today: CORPUS_TODAY, unit, as: null }
  const content = await readFileContent(bytes, settings, faults)
  expect(faults.kept).toEqual([])
  if (content?.type !== 'returns') throw new Error('Expected returns.')
  return { dates: content.batch.dates, legs: content.batch.legs }
}

/** Writes an LZ4 block with uncompressed bytes. */
function lz4Literals(bytes: Uint8Array): Uint8Array {
  const length = bytes.length < 15 ? [bytes.length << 4] : [0xf0]
  for (let rest = bytes.length - 15; rest >= 0; rest -= 255) length.push(Math.min(rest, 255))
  return new Uint8Array([...length, ...bytes])
}

/** Writes a Zstandard frame with one uncompressed block. */
function zstdRaw(bytes: Uint8Array): Uint8Array {
  const head = Buffer.alloc(12)
  head.writeUInt32LE(0xfd2fb528, 0)
  head.writeUInt8(0xa0, 4)
  head.writeUInt32LE(bytes.length, 5)
  head.writeUIntLE((bytes.length << 3) | 1, 9, 3)
  return new Uint8Array([...head, ...bytes])
}
