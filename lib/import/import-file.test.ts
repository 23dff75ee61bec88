import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import { getReturns } from '@/lib/db/queries/get-returns'
import { getLatestVersion } from '@/lib/db/queries/versions/get-latest-version'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv } from '@/lib/testing/import/sample-files'
import { sizeOfRun } from '@/lib/testing/run/run-mode'
import { importFile } from './import-file'

const TODAY = '2024-08-30'
const WEEK = factorCsv(
  '2024-08-28,skewness,0.01,-0.02,0.003',
  '2024-08-29,skewness,-0.004,0.005,0.0001',
  '2024-08-28,network,0.02,0.01,0.003',
)

const store = sampleStore('database')

/** Loads a file with that content; in every test the catalogue is version 1. */
async function load(content: string | Uint8Array, name = 'week.csv') {
  return store.load(content, { name })
}

describe('a first load', () => {
  it('opens every row in the next version', async () => {
    expect(await load(WEEK)).toEqual({
      file: 'week.csv',
      holds: [],
      columns: [],
      tables: [
        {
          ...{ sheet: null, kind: 'factor_returns', layout: 'long', unit: 'decimal', line: 1, rows: 3, sample: [] },
          header: ['date', 'series', 'long', 'short', 'benchmark'],
        },
      ],
      dryRun: false,
      version: 2,
      rowsNew: 3,
      rowsRestated: 0,
      rowsUnchanged: 0,
      series: [
        { code: 'network', from: '2024-08-28', to: '2024-08-28', rowsNew: 1, rowsRestated: 0, rowsUnchanged: 0 },
        { code: 'skewness', from: '2024-08-28', to: '2024-08-29', rowsNew: 2, rowsRestated: 0, rowsUnchanged: 0 },
      ],
      faults: [],
      faultCount: 0,
      warnings: [
        expect.objectContaining({ rule: 'begins-late', series: 'network', from: '2017-01-03' }),
        expect.objectContaining({ rule: 'begins-late', series: 'skewness', to: '2024-08-28' }),
      ],
      warningCount: 2,
    })
    expect(await getReturns('factor_returns', { version: 2, to: TODAY })).toEqual([
      { code: 'network', dates: ['2024-08-28'], long: [0.02], short: [0.01], benchmark: [0.003] },
      {
        code: 'skewness',
        dates: ['2024-08-28', '2024-08-29'],
        long: [0.01, -0.004],
        short: [-0.02, 0.005],
        benchmark: [0.003, 0.0001],
      },
    ])
  })

  it('records the checksum of its file, and whether the data are synthetic', async () => {
    const path = await store.write('week.csv', factorCsv('2024-08-30,skewness,0.01,0,0'))
    await importFile({ path, today: TODAY, isDemo: true, accept: ACCEPTABLE })
    expect(await getLatestVersion()).toMatchObject({
      id: 2,
      kind: 'factor_returns',
      sourceName: 'week.csv',
      // printf 'date,series,long,short,benchmark\n2024-08-30,skewness,0.01,0,0\n' | sha256sum
      sourceSha256: 'ff317ebd1a714edc2e6b5bf30d42e996b4a43d74c0b6afa86d7f59c615e17eff',
      isDemo: true,
    })
  })

  it('reads portfolios by their header, with columns in any order', async () => {
    const outcome = await load('Benchmark,Portfolio,Series,Date\r\n0.003,0.004,enhanced,2024-08-30\r\n')
    expect(outcome).toMatchObject({ version: 2, rowsNew: 1, faults: [] })
    expect(await getReturns('portfolio_returns', { version: 2, to: TODAY })).toEqual([
      { code: 'enhanced', dates: ['2024-08-30'], portfolio: [0.004], benchmark: [0.003] },
    ])
  })
})

describe('another load', () => {
  it('of the same file changes nothing', async () => {
    await load(WEEK)
    expect(await load(WEEK)).toMatchObject({ version: null, rowsNew: 0, rowsRestated: 0, rowsUnchanged: 3 })
    expect((await getLatestVersion())?.id).toBe(2)
  })

  it('restates a changed value and keeps the old one for older versions', async () => {
    await load(WEEK)
    const outcome = await load(
      factorCsv(
        '2024-08-28,skewness,0.01,-0.02,0.003',
        '2024-08-29,skewness,-0.0041,0.005,0.0001',
        '2024-08-30,skewness,0,0,0',
      ),
    )
    expect(outcome).toMatchObject({ version: 3, rowsNew: 1, rowsRestated: 1, rowsUnchanged: 1 })
    const longAsOf = async (version: number) => {
      const [skewness] = await getReturns('factor_returns', { version, to: TODAY, codes: ['skewness'] })
      return skewness?.long
    }
    expect(await longAsOf(1)).toBeUndefined()
    expect(await longAsOf(2)).toEqual([0.01, -0.004])
    expect(await longAsOf(3)).toEqual([0.01, -0.0041, 0])
  })

  it('that reverts a restatement adds a third row, and every version keeps its values', async () => {
    await load(portfolioCsv('2024-08-30,enhanced,0.01,0'))
    await load(portfolioCsv('2024-08-30,enhanced,0.02,0'))
    await load(portfolioCsv('2024-08-30,enhanced,0.01,0'))
    const values = [2, 3, 4].map(
      async (version) => (await getReturns('portfolio_returns', { version, to: TODAY }))[0]?.portfolio,
    )
    expect(await Promise.all(values)).toEqual([[0.01], [0.02], [0.01]])
  })

  it('distinguishes floats to the last bit', async () => {
    await load(portfolioCsv('2024-08-30,enhanced,0.3,0'))
    expect(await load(portfolioCsv('2024-08-30,enhanced,0.30000000000000004,0'))).toMatchObject({ rowsRestated: 1 })
  })
})

describe('two loads at once', () => {
  it('of different files make a version each', async () => {
    const first = await store.write('first.csv', factorCsv('2024-08-28,skewness,0.01,0,0'))
    const second = await store.write('second.csv', factorCsv('2024-08-28,network,0.01,0,0'))
    const outcomes = await Promise.all(
      [first, second].map((path) => importFile({ path, today: TODAY, accept: ACCEPTABLE })),
    )
    expect(outcomes.map(({ version }) => version).sort()).toEqual([2, 3])
  })

  it('of the same file make one version', async () => {
    const path = await store.write('week.csv', WEEK)
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => importFile({ path, today: TODAY, accept: ACCEPTABLE })))
    expect(outcomes.filter(({ version }) => version === 2)).toHaveLength(1)
    expect(outcomes.filter(({ version }) => version === null)).toHaveLength(3)
  })

  it('see each other on a server whose transactions read from one moment', async () => {
    const name = decodeURIComponent(new URL(store.url).pathname.slice(1))
    await prisma.$executeRawUnsafe(`alter database "${name}" set default_transaction_isolation = 'repeatable read'`)
    await prisma.$disconnect()
    const paths = ['skewness', 'network'].map((code) =>
      store.write(`${code}.csv`, factorCsv(`2024-08-28,${code},0.01,0,0`)),
    )
    const outcomes = await Promise.all(
      paths.map(async (path) => importFile({ path: await path, today: TODAY, accept: ACCEPTABLE })),
    )
    expect(outcomes.map(({ version }) => version).sort()).toEqual([2, 3])
    await prisma.$executeRawUnsafe(`alter database "${name}" reset default_transaction_isolation`)
    await prisma.$disconnect()
  })
})

describe('a load with a fault', () => {
  it('writes nothing, however many rows are good', async () => {
    const outcome = await load(`${WEEK}2024-08-30,skewness,oops,0,0\n`)
    expect(outcome).toMatchObject({ version: null, rowsNew: 0, faultCount: 1 })
    expect(await prisma.factorReturn.count()).toBe(0)
    expect((await getLatestVersion())?.id).toBe(1)
  })

  it('lists the first 1,000 faults and counts them all', async () => {
    const rows = Array.from({ length: 1_001 }, (_, index) => `2024-08-30,nobody-${index},0,0,0`)
    const { faults, faultCount } = await load(factorCsv(...rows))
    expect(faults).toHaveLength(1_000)
    expect(faultCount).toBe(1_001)
  })

  it('rolls all of it back when the database refuses a row', async () => {
    await prisma.$executeRaw`alter table factor_return add constraint small check (long_return < 0.015)`
    await expect(load(WEEK)).rejects.toThrow('small')
    expect(await prisma.factorReturn.count()).toBe(0)
    expect((await getLatestVersion())?.id).toBe(1)
    await prisma.$executeRaw`alter table factor_return drop constraint small`
  })
})

/** A table of returns: one row per date and series, values that a file may hold. */
const dailyReturn = fc.double({ min: -0.5, max: 0.5, noNaN: true }).map((value) => (value === 0 ? 0 : value))
const cell = fc.record({
  code: fc.constantFrom('skewness', 'network'),
  date: fc.constantFrom(...shanghaiDays('2017-01-03', '2017-02-28')),
  legs: fc.tuple(dailyReturn, dailyReturn, dailyReturn),
})
const table = fc.uniqueArray(cell, { minLength: 1, maxLength: 30, selector: ({ code, date }) => `${code} ${date}` })

it('reads back bit for bit what any table of returns held', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const content = factorCsv(...rows.map(({ code, date, legs }) => [date, code, ...legs].join()))
      const { faults } = await load(content)
      expect(faults).toEqual([])
      const latest = await getLatestVersion()
      const series = await getReturns('factor_returns', { version: latest?.id ?? Number.NaN, to: TODAY })
      for (const { code, date, legs } of rows) {
        const stored = series.find((candidate) => candidate.code === code)
        const index = stored?.dates.indexOf(date) ?? -1
        expect([stored?.long[index], stored?.short[index], stored?.benchmark[index]]).toStrictEqual(legs)
      }
    }),
    { numRuns: sizeOfRun({ usual: 15, long: 40 }) },
  )
})
