/**
 * Files with bytes changed, cut, repeated and added at random: each is read or refused, and none makes the reader throw.
 * A long run reads 2,000 of each format. As in a load, the worker process that reads them is ended when a mutant takes
 * too much time or memory; only Parquet, whose runs can have any length, may do that.
 */
import { afterAll, expect, it } from 'vitest'
import type { FileContent } from '@/lib/import/parse/read-file'
import { ChildProcessPool } from '@/lib/process/child-process-pool'
import { WorkerFailure } from '@/lib/process/worker-process'
import { CORPUS_CATALOGUE } from '@/lib/testing/import/corpus-catalogue'
import type { ReadMutant } from '@/lib/testing/import/mutant-reader'
import { generator, MUTATED_FORMS, mutate } from '@/lib/testing/import/mutate'
import { sizeOfRun } from '@/lib/testing/run/run-mode'

const USUAL_COUNT = 60
const COUNT = sizeOfRun({ usual: USUAL_COUNT, long: 2_000 })
const TIMEOUT_MS = 30_000 * Math.max(1, COUNT / USUAL_COUNT)

/** A load may take longer; this test only checks that reading ends. */
const readers = new ChildProcessPool<Uint8Array, ReadMutant>({
  program: 'testing/mutant-reader',
  size: 1,
  timeoutMs: 20_000,
  heapMb: 1_500,
  memoryMb: 2_900,
  resultMb: 500,
  tasksPerProcess: Number.POSITIVE_INFINITY,
})

afterAll(() => readers.close())

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

type Read = ReadMutant | { threw: string } | 'too costly'

function readMutant(bytes: Uint8Array): Promise<Read> {
  return readers
    .run(async () => bytes)
    .catch((error: unknown) => {
      if (!(error instanceof WorkerFailure)) throw error
      return error.reason === 'failed' ? { threw: error.message } : 'too costly'
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
