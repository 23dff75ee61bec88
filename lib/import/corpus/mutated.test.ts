/**
 * Files with bytes changed, cut, repeated and added at random: each is read or refused, and none makes the reader throw.
 * MUTATIONS=2000 runs as many of each form.
 */
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { CORPUS_CATALOGUE, CORPUS_TODAY } from '@/lib/import/corpus/sample-catalogue'
import { TEXT_FORMS, type TextTable } from '@/lib/import/corpus/write-table'
import { writeXlsx } from '@/lib/import/corpus/write-xlsx'
import { FaultLog } from '@/lib/import/fault'
import { readFileContent } from '@/lib/import/read-file'

const COUNT = Number(process.env.MUTATIONS ?? '60')

const TABLE: TextTable = [
  ['date', 'series', 'long', 'short', 'benchmark'],
  ...['2024-08-26', '2024-08-27', '2024-08-28', '2024-08-29', '2024-08-30'].flatMap((date, day) =>
    ['skewness', 'network'].map((code, at) => [date, code, `${day / 100 + at / 1_000}`, '-0.0021', '0.0033']),
  ),
]

const FORMS: [string, Uint8Array][] = [
  ...Object.entries(TEXT_FORMS).map(([form, write]): [string, Uint8Array] => [form, write(TABLE)]),
  ['a workbook within gzip', new Uint8Array(gzipSync(writeXlsx([{ name: 'A', rows: TABLE }])))],
]

it.each(FORMS)('%s', async (form, original) => {
  const random = generator(form.length)
  for (let index = 0; index < COUNT; index++) {
    const bytes = mutate(original, random)
    const faults = new FaultLog('mutant')
    const settings = { catalogue: CORPUS_CATALOGUE, today: CORPUS_TODAY, unit: null, as: null }
    const content = await readFileContent(bytes, settings, faults).catch((error: unknown) => {
      throw new Error(`Mutant ${index} made the reader throw: ${error}\n${Buffer.from(bytes).toString('base64')}`)
    })
    if (faults.count === 0) expectWhole(content)
  }
  expect(process.memoryUsage.rss()).toBeLessThan(2_000_000_000)
})

function expectWhole(content: Awaited<ReturnType<typeof readFileContent>>) {
  if (content?.type !== 'returns') throw new Error('Expected returns or faults.')
  const { codes, dates, legs } = content.batch
  expect(codes.length).toBeGreaterThan(0)
  expect([dates, ...legs].map((column) => column.length)).toEqual(
    Array.from({ length: legs.length + 1 }, () => codes.length),
  )
  expect(legs.flat().every((value) => value !== null && Math.abs(value) <= 0.5)).toBe(true)
  expect(codes.every((code) => CORPUS_CATALOGUE.factors.has(code))).toBe(true)
}

type Random = (below: number) => number

/** One to five changes at random places. */
function mutate(original: Uint8Array, random: Random): Uint8Array {
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

/** The same numbers in every run (mulberry32). */
function generator(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
