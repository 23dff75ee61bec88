/**
 * Files with bytes changed, cut, repeated and added at random: each is read or refused, and none makes the reader throw.
 * MUTATIONS=2000 runs as many of each form. A process reads them, which ends as that of a load would when a mutant
 * asks for too much time or memory; but for Parquet, whose runs can be of any length, none may.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { afterAll, expect, it } from 'vitest'
import type { FileContent } from '@/lib/import/parse/read-file'
import { CORPUS_CATALOGUE } from '@/lib/testing/import/corpus-catalogue'
import { generator, MUTATED_FORMS, mutate } from '@/lib/testing/import/mutate'

const USUAL_COUNT = 60
const COUNT = Number(process.env.MUTATIONS ?? USUAL_COUNT)
const TIMEOUT_MS = 30_000 * Math.max(1, COUNT / USUAL_COUNT)

/** What a load's process may take is more; here only that it ends is looked at. */
const LIMITS = { timeMs: 10_000, heapMb: 1_500 }

let reader: ChildProcess | null = null

afterAll(() => {
  reader?.kill('SIGKILL')
})

it.each(MUTATED_FORMS)(
  '%s',
  async (form, original) => {
    const random = generator(form.length)
    for (let index = 0; index < COUNT; index++) {
      const bytes = mutate(original, random)
      const read = await readMutant(bytes)
      const mutant = () => `mutant ${index}: ${Buffer.from(bytes).toString('base64')}`
      if (read === 'too costly') expect(form, mutant()).toBe('Parquet')
      else if ('threw' in read) throw new Error(`The reader threw ${read.threw}, ${mutant()}`)
      else if (read.faultCount === 0) expectWhole(read.content)
    }
  },
  TIMEOUT_MS,
)

type Read = { content: FileContent | null; faultCount: number } | { threw: string } | 'too costly'

function readMutant(bytes: Uint8Array): Promise<Read> {
  reader ??= fork('lib/testing/import/mutant-reader.ts', {
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
