/** Files that a child process reads, from bytes to rows in the store. */
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import { getReturns } from '@/lib/db/queries/get-returns'
import { importFile } from '@/lib/import/import-file'
import { FaultLog } from '@/lib/import/outcome/fault'
import { ChildProcessPool } from '@/lib/process/child-process-pool'
import { sampleStore } from '@/lib/testing/database/test-store'
import { CORPUS_CATALOGUE, CORPUS_TODAY } from '@/lib/testing/import/corpus-catalogue'
import { factorCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { TEXT_FORMS } from '@/lib/testing/import/write-table'
import { writeXlsx } from '@/lib/testing/import/write-xlsx'
import { readInChild } from './read-in-child'
import type { ReaderAnswer, ReaderRequest } from './reader-messages'

const WEEK = [
  ['date', 'series', 'long', 'short', 'benchmark'],
  ['2024-08-29', 'skewness', '0.01', '-0.02', '0.003'],
  ['2024-08-30', 'skewness', '0.02', '0.01', '-0.001'],
]
const SETTINGS = { catalogue: CORPUS_CATALOGUE, today: CORPUS_TODAY, unit: null, as: null }
const LIMITS = {
  program: 'reader-worker',
  size: 1,
  tasksPerProcess: 1,
  heapMb: 256,
  memoryMb: 1_900,
  timeoutMs: 120_000,
  resultMb: 1,
}

const store = sampleStore()

it('loads a workbook, and then the same week as Parquet, GBK and gzip without a change', async () => {
  const load = (bytes: Uint8Array, dryRun: boolean) => store.load(bytes, { name: 'week', dryRun })
  expect(await load(TEXT_FORMS.workbook(WEEK), true)).toMatchObject({ version: null, dryRun: true, rowsNew: 2 })
  expect(await load(TEXT_FORMS.workbook(WEEK), false)).toMatchObject({ version: 2, rowsNew: 2, faults: [] })
  for (const form of ['Parquet', 'GBK', 'gzip'] as const) {
    expect(await load(TEXT_FORMS[form](WEEK), false)).toMatchObject({ version: null, rowsUnchanged: 2, faults: [] })
  }
  expect(await getReturns('factor_returns', { version: 2, to: CORPUS_TODAY })).toMatchObject([
    { code: 'skewness', long: [0.01, 0.02], short: [-0.02, 0.01], benchmark: [0.003, -0.001] },
  ])
}, 120_000)

it('adds a factor and a market from a workbook of the catalogue, without code', async () => {
  const factor = {
    ...SAMPLE_CATALOGUE.factors[0],
    code: 'size',
    position: 3,
    marketCode: 'US',
    inception: '2020-01-02',
  }
  const sheets = [
    {
      name: 'markets',
      rows: [
        ['code', 'name_zh', 'name_en', 'daily_return_max'],
        ['US', '美股', 'US stocks', '0.9'],
      ],
    },
    { name: 'factors', rows: [Object.keys(factor), Object.values(factor).map((value) => String(value ?? ''))] },
  ]
  const path = await store.write('catalogue.xlsx', writeXlsx(sheets))
  expect(await importFile({ path })).toMatchObject({ version: 3, rowsNew: 2, faults: [] })
  // A Saturday, and a return above the limit of CN: another market has neither its calendar nor its limit.
  const week = await store.write('us.csv', factorCsv('2024-08-24,size,0.8,0,0'))
  expect(await importFile({ path: week, today: CORPUS_TODAY })).toMatchObject({ version: 4, rowsNew: 1, faults: [] })
})

it('loads quality series', async () => {
  const path = await store.write('quality.csv', 'date,series,ic,rank_ic\n2024-08-30,skewness,0.031,0.045\n')
  expect(await importFile({ path, today: CORPUS_TODAY })).toMatchObject({ rowsNew: 1, faults: [] })
  expect(await prisma.factorQuality.findMany()).toMatchObject([{ factorCode: 'skewness', ic: 0.031, rankIc: 0.045 }])
})

it.each([
  ['a cell', '2024-08-2', 'date,series,rank_ic,ic\n2024-08-28,skewness,,0.031\n2024-08-29,skewness,0.045,\n'],
  ['a column', '2024-07-3', 'date;series;rank_ic\n2024-07-30;skewness;0.02\n2024-07-31;skewness;0.045\n'],
  ['a column of a wide table', '2024-06-2', 'date,skewness.rank_ic\n2024-06-27,0.02\n2024-06-28,0.045\n'],
])('loads quality series without %s of the other coefficient', async (_, days, content) => {
  const path = await store.write('quality.csv', content)
  expect(await importFile({ path, today: CORPUS_TODAY })).toMatchObject({ faults: [] })
  const rows = await prisma.factorQuality.findMany({
    where: { untilVersion: STILL_TRUE },
    orderBy: { date: 'asc' },
  })
  const [before, after] = rows.filter(({ date }) => date.toISOString().startsWith(days))
  expect(after).toMatchObject({ ic: null, rankIc: 0.045 })
  expect(before).toMatchObject(content.includes('0.031') ? { ic: 0.031, rankIc: null } : { ic: null, rankIc: 0.02 })
})

it('refuses gzip of 640 MB of zeros, by its size or by the memory that it takes', async () => {
  const member = gzipSync(Buffer.alloc(64_000_000))
  const bytes = new Uint8Array(Buffer.concat(Array.from({ length: 10 }, () => member)))
  expect(await faultsOf(bytes, LIMITS)).toMatchObject([{ rule: 'too-large' }])
  expect(await faultsOf(bytes, { ...LIMITS, memoryMb: 240 })).toMatchObject([{ rule: 'too-costly' }])
}, 120_000)

it.each([
  ['time', { timeoutMs: 1 }],
  ['heap', { heapMb: 4 }],
  ['room for its result', { resultMb: 0 }],
])('refuses a file that takes too much %s', async (_, limit) => {
  const faults = await faultsOf(TEXT_FORMS.gzip(WEEK), { ...LIMITS, ...limit })
  expect(faults).toMatchObject([{ rule: 'too-costly' }])
})

async function faultsOf(bytes: Uint8Array, limits: typeof LIMITS) {
  const faults = new FaultLog('crafted')
  const pool = new ChildProcessPool<ReaderRequest, ReaderAnswer>(limits)
  expect(await readInChild({ name: 'crafted', bytes, settings: SETTINGS }, faults, pool)).toBeNull()
  return faults.kept
}
