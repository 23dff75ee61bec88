import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv } from '@/lib/testing/import/sample-files'
import { getDataRange } from './get-data-range'
import { getFactorQuality } from './get-factor-quality'
import { getRestatements } from './get-restatements'
import { getReturns } from './get-returns'

const TODAY = '2024-08-30'

const store = sampleStore()

/** Version 1 is the catalogue; 2 to 4 are these files. */
const FILES = [
  factorCsv('2024-08-29,skewness,0.1,0.2,0.3', '2024-08-30,skewness,0.01,0.02,0.03', '2024-08-28,network,0,-0.1,0.25'),
  portfolioCsv('2024-08-27,enhanced,0.5,-0.5'),
  factorCsv('2024-08-29,skewness,0.1,0.2,0.30000000000000004', '2024-01-02,network,5e-324,0,1e-17'),
]

beforeAll(async () => {
  for (const content of FILES) await store.load(content)
})

const NETWORK = { code: 'network', dates: ['2024-08-28'], long: [0], short: [-0.1], benchmark: [0.25] }
const SKEWNESS = {
  code: 'skewness',
  dates: ['2024-08-29', '2024-08-30'],
  long: [0.1, 0.01],
  short: [0.2, 0.02],
  benchmark: [0.3, 0.03],
}

describe('factor returns', () => {
  it('are those true as of a version', async () => {
    expect(await getReturns('factor_returns', { version: 1, to: TODAY })).toEqual([])
    expect(await getReturns('factor_returns', { version: 2, to: TODAY })).toEqual([NETWORK, SKEWNESS])
    expect(await getReturns('factor_returns', { version: 3, to: TODAY })).toEqual([NETWORK, SKEWNESS])
    expect(await getReturns('factor_returns', { version: 4, to: TODAY })).toStrictEqual([
      {
        code: 'network',
        dates: ['2024-01-02', '2024-08-28'],
        long: [5e-324, 0],
        short: [0, -0.1],
        benchmark: [1e-17, 0.25],
      },
      { ...SKEWNESS, benchmark: [0.30000000000000004, 0.03] },
    ])
  })

  it('end with the requested date', async () => {
    const [network, skewness] = await getReturns('factor_returns', { version: 2, to: '2024-08-29' })
    expect(network).toEqual(NETWORK)
    expect(skewness?.dates).toEqual(['2024-08-29'])
    expect(await getReturns('factor_returns', { version: 2, to: '2024-08-27' })).toEqual([])
  })

  it('contain only the requested factors', async () => {
    expect(await getReturns('factor_returns', { version: 2, to: TODAY, codes: ['network', 'nobody'] })).toEqual([
      NETWORK,
    ])
    expect(await getReturns('factor_returns', { version: 2, to: TODAY, codes: [] })).toEqual([])
  })
})

describe('portfolio returns', () => {
  const ENHANCED = { code: 'enhanced', dates: ['2024-08-27'], portfolio: [0.5], benchmark: [-0.5] }

  it('are those true as of a version, up to a date, of the requested portfolios', async () => {
    expect(await getReturns('portfolio_returns', { version: 2, to: TODAY })).toEqual([])
    expect(await getReturns('portfolio_returns', { version: 4, to: TODAY })).toEqual([ENHANCED])
    expect(await getReturns('portfolio_returns', { version: 4, to: TODAY, codes: ['enhanced'] })).toEqual([ENHANCED])
    expect(await getReturns('portfolio_returns', { version: 4, to: '2024-08-26' })).toEqual([])
    expect(await getReturns('portfolio_returns', { version: 4, to: TODAY, codes: ['skewness'] })).toEqual([])
  })
})

describe('the range of the data', () => {
  it.each([
    [1, []],
    [2, [{ market: 'CN', first: '2024-08-28', last: '2024-08-30' }]],
    [3, [{ market: 'CN', first: '2024-08-27', last: '2024-08-30' }]],
    [4, [{ market: 'CN', first: '2024-01-02', last: '2024-08-30' }]],
  ])('as of version %i', async (version, range) => {
    expect(await getDataRange({ version })).toEqual(range)
  })
})

describe('restatements', () => {
  const RESTATED = {
    code: 'skewness',
    version: 4,
    first: '2024-08-29',
    last: '2024-08-29',
    days: 1,
    isWithdrawal: false,
  }

  it('are known from the version that replaced a value', async () => {
    expect(await getRestatements({ version: 3, from: '2024-01-01', to: TODAY })).toEqual([])
    expect(await getRestatements({ version: 4, from: '2024-01-01', to: TODAY })).toEqual([RESTATED])
  })

  it('are those between the requested dates, inclusive', async () => {
    expect(await getRestatements({ version: 4, from: '2024-08-29', to: '2024-08-29' })).toEqual([RESTATED])
    expect(await getRestatements({ version: 4, from: '2024-08-30', to: TODAY })).toEqual([])
    expect(await getRestatements({ version: 4, from: '2024-01-01', to: '2024-08-28' })).toEqual([])
  })

  it('are those of the requested series', async () => {
    const query = { version: 4, from: '2024-01-01', to: TODAY }
    expect(await getRestatements({ ...query, codes: ['skewness', 'enhanced'] })).toEqual([RESTATED])
    expect(await getRestatements({ ...query, codes: ['network', 'enhanced'] })).toEqual([])
    expect(await getRestatements({ ...query, codes: [] })).toEqual([])
  })
})

describe('factor quality', () => {
  it('is that true as of a version, up to a date', async () => {
    const [last] = await prisma.$queryRaw<{ id: number }[]>`select max(id)::int as id from data_version`
    const version = (last?.id ?? 0) + 1
    const open = async (id: number, ic: number) => {
      const load = { kind: 'factor_quality', sourceName: 'ic.csv', sourceSha256: 'e'.repeat(64) } as const
      await prisma.dataVersion.create({ data: { ...load, id, rowsNew: 1, rowsRestated: 0, rowsUnchanged: 0 } })
      await prisma.$executeRaw`update factor_quality set until_version = ${id} where until_version = 2147483647`
      await prisma.$executeRaw`insert into factor_quality values ('skewness', '2024-08-29', ${ic}, null, ${id}::int)`
    }
    await open(version, 0.05)
    await open(version + 1, -0.02)
    const query = { code: 'skewness', to: TODAY }
    expect(await getFactorQuality({ ...query, version })).toEqual([
      { date: '2024-08-29', ic: 0.05, rankIc: null, rankMae: null },
    ])
    expect(await getFactorQuality({ ...query, version: version + 1 })).toMatchObject([{ ic: -0.02 }])
    expect(await getFactorQuality({ ...query, version: version + 1, to: '2024-08-28' })).toEqual([])
    expect(await getFactorQuality({ ...query, version: version - 1 })).toEqual([])
  })
})
