/**
 * Files with bytes changed, cut, repeated and added at random: each is read or refused, and none makes the reader throw.
 * MUTATIONS=2000 runs as many of each form. A process reads them, which ends as that of a load would when a mutant
 * asks for too much time or memory; but for Parquet, whose runs can be of any length, none may.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import { CORPUS_CATALOGUE } from '@/lib/import/corpus/sample-catalogue'
import { TEXT_FORMS, type TextTable } from '@/lib/import/corpus/write-table'
import { writeXlsx } from '@/lib/import/corpus/write-xlsx'
import type { FileContent } from '@/lib/import/read-file'

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

/** What a load's process may take is more; here only that it ends is looked at. */
const LIMITS = { timeMs: 10_000, heapMb: 1_500 }

let reader: ChildProcess | null = null

afterAll(() => {
  reader?.kill('SIGKILL')
})

it.each(FORMS)('%s', async (form, original) => {
  const random = generator(form.length)
  for (let index = 0; index < COUNT; index++) {
    const bytes = mutate(original, random)
    const read = await readMutant(bytes)
    const mutant = () => `mutant ${index}: ${Buffer.from(bytes).toString('base64')}`
    if (read === 'too costly') expect(form, mutant()).toBe('Parquet')
    else if ('threw' in read) throw new Error(`The reader threw ${read.threw}, ${mutant()}`)
    else if (read.faultCount === 0) expectWhole(read.content)
  }
})

type Read = { content: FileContent | null; faultCount: number } | { threw: string } | 'too costly'

function readMutant(bytes: Uint8Array): Promise<Read> {
  reader ??= fork('lib/import/corpus/read-mutants.fixture.ts', {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${LIMITS.heapMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  })
  const own = reader
  return new Promise((resolve) => {
    const end = (read: Read) => {
      clearTimeout(timer)
      own.removeAllListeners()
      resolve(read)
    }
    const giveUp = () => {
      reader = null
      own.kill('SIGKILL')
      end('too costly')
    }
    const timer = setTimeout(giveUp, LIMITS.timeMs)
    own.once('message', (read: Read) => end(read))
    own.once('exit', giveUp)
    own.send(bytes)
  })
}

function expectWhole(content: FileContent | null) {
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
