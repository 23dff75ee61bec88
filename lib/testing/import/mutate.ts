/** For tests: files of every format, and random changes to them. */
import { gzipSync } from 'node:zlib'
import { TEXT_FORMS, type TextTable } from './write-table'
import { writeXlsx } from './write-xlsx'

const TABLE: TextTable = [
  ['date', 'series', 'long', 'short', 'benchmark'],
  ...['2024-08-26', '2024-08-27', '2024-08-28', '2024-08-29', '2024-08-30'].flatMap((date, day) =>
    ['skewness', 'network'].map((code, at) => [date, code, `${day / 100 + at / 1_000}`, '-0.0021', '0.0033']),
  ),
]

/** Name and content of files with returns of the series in sample-files.ts. */
export const MUTATED_FORMS: [string, Uint8Array][] = [
  ...Object.entries(TEXT_FORMS).map(([form, write]): [string, Uint8Array] => [form, write(TABLE)]),
  ['a workbook within gzip', new Uint8Array(gzipSync(writeXlsx([{ name: 'A', rows: TABLE }])))],
]

/** Returns a whole number from 0, less than `below`. */
type Random = (below: number) => number

/** Makes one to five changes at random positions. */
export function mutate(original: Uint8Array, random: Random): Uint8Array {
  let bytes = Buffer.from(original)
  for (let changes = 1 + random(5); changes > 0; changes--) {
    const at = random(bytes.length)
    const length = 1 + random(Math.min(40, bytes.length))
    const part = bytes.subarray(at, at + length)
    const changed = [
      () => Buffer.concat([bytes.subarray(0, at), Buffer.from([random(256)]), bytes.subarray(at + 1)]),
      () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
      () => Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]),
      () => Buffer.concat([bytes.subarray(0, at), Buffer.alloc(length, random(256)), bytes.subarray(at + length)]),
      () => Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff, 0xff, 0xff, 0x7f]), bytes.subarray(at + 4)]),
      () => bytes.subarray(0, Math.max(1, at)),
    ][random(6)]?.()
    bytes = Buffer.from(changed ?? bytes)
    if (bytes.length === 0) return new Uint8Array()
  }
  return new Uint8Array(bytes)
}

/** Creates a generator with the same numbers in every run (mulberry32). */
export function generator(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
