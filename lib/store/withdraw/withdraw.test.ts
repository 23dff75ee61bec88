/** Withdrawals on a real database: each row is as it was before, and what a later load changed stays. */
import { beforeEach, describe, expect, it } from 'vitest'
import { findWeek } from '@/lib/analysis/weeks/find-week'
import { verifyStore } from '@/lib/cli/verify'
import { prisma } from '@/lib/db/client'
import { getRestatedRows } from '@/lib/db/queries/get-restated-rows'
import { getRestatements } from '@/lib/db/queries/get-restatements'
import { getReturns } from '@/lib/db/queries/get-returns'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { withdraw } from './withdraw'
import { type WithdrawalOrder, withdrawalOrder } from './withdrawal-order'

const store = sampleStore('database')

/** Version 1 is the catalogue, 2 two days, 3 restates the second day and adds a third. */
beforeEach(async () => {
  await store.load(factorCsv('2024-08-27,skewness,0.01,0,0', '2024-08-28,skewness,0.02,0,0'))
  await store.load(factorCsv('2024-08-28,skewness,0.03,0,0', '2024-08-29,skewness,0.04,0,0'))
})

function take(order: Partial<WithdrawalOrder>, dryRun = false) {
  return withdraw(withdrawalOrder.parse(order), { loadedBy: 'tester', dryRun })
}

/** Returns the long returns of the factor as of a version, by date. */
async function longsAsOf(version: number, code = 'skewness'): Promise<Record<string, number>> {
  const [own] = await getReturns('factor_returns', { version, to: '9999-12-31', codes: [code] })
  return Object.fromEntries((own?.dates ?? []).map((date, index) => [date.slice(5), own?.long[index] ?? Number.NaN]))
}

const BEFORE = { '08-27': 0.01, '08-28': 0.02 }
const LOADED = { '08-27': 0.01, '08-28': 0.03, '08-29': 0.04 }

describe('a version that is withdrawn', () => {
  it('leaves its rows as they were before it, and stays readable', async () => {
    const outcome = await take({ version: 3, reason: 'A wrong file.' })
    expect(outcome).toMatchObject({ version: 4, rowsWithdrawn: 1, rowsRestated: 1, rowsNew: 0, rowsUnchanged: 0 })
    expect(outcome.changes).toEqual([
      {
        kind: 'factor_returns',
        code: 'skewness',
        date: '2024-08-28',
        before: { long: 0.03, short: 0, benchmark: 0 },
        after: { long: 0.02, short: 0, benchmark: 0 },
      },
      {
        kind: 'factor_returns',
        code: 'skewness',
        date: '2024-08-29',
        before: { long: 0.04, short: 0, benchmark: 0 },
        after: null,
      },
    ])
    expect(outcome.weeks).toEqual([{ from: '2024-08-28', to: '2024-08-29', rows: 2 }])
    expect(outcome.newestDays).toEqual([{ market: 'CN', before: '2024-08-29', after: '2024-08-28' }])
    expect(await longsAsOf(4)).toEqual(BEFORE)
    expect(await longsAsOf(3)).toEqual(LOADED)
    expect(await prisma.dataVersion.findUnique({ where: { id: 4 } })).toMatchObject({
      kind: 'withdrawal',
      withdrawnVersion: 3,
      reason: 'A wrong file.',
      loadedBy: 'tester',
      rowsWithdrawn: 1,
      rowsRestated: 1,
    })
    expect(await verifyStore()).toEqual([])
  })

  it('is only described in a dry run', async () => {
    const dry = await take({ version: 3 }, true)
    expect(await longsAsOf(3)).toEqual(LOADED)
    expect(await prisma.dataVersion.count()).toBe(3)
    expect(await prisma.sourceFile.count()).toBe(3)
    expect({ ...dry, dryRun: false, version: 4 }).toEqual(await take({ version: 3 }))
  })

  it('keeps what a later version changed, and names it', async () => {
    await store.load(factorCsv('2024-08-29,skewness,0.05,0,0'))
    const outcome = await take({ version: 3 })
    expect(outcome).toMatchObject({ version: 5, rowsWithdrawn: 0, rowsRestated: 1, rowsUnchanged: 1 })
    expect(outcome.kept).toEqual([
      { kind: 'factor_returns', code: 'skewness', from: '2024-08-29', to: '2024-08-29', rows: 1, version: 4 },
    ])
    expect(await longsAsOf(5)).toEqual({ ...BEFORE, '08-29': 0.05 })
    expect(await verifyStore()).toEqual([])
  })

  it('can be withdrawn after the version that changed it', async () => {
    await store.load(factorCsv('2024-08-29,skewness,0.05,0,0'))
    await take({ version: 4 })
    expect(await longsAsOf(5)).toEqual(LOADED)
    expect(await take({ version: 3 })).toMatchObject({ version: 6, rowsWithdrawn: 1, rowsRestated: 1 })
    expect(await longsAsOf(6)).toEqual(BEFORE)
    expect(await verifyStore()).toEqual([])
  })

  it('has no row to withdraw the second time', async () => {
    await take({ version: 3 })
    expect(await take({ version: 3 })).toMatchObject({ version: null, changes: [], rowsUnchanged: 2 })
    expect(await prisma.dataVersion.count()).toBe(4)
  })

  it('comes back when its withdrawal is withdrawn, and may then be withdrawn again', async () => {
    await take({ version: 3 })
    expect(await take({ version: 4 })).toMatchObject({ version: 5, rowsNew: 1, rowsRestated: 1, rowsWithdrawn: 0 })
    expect(await longsAsOf(5)).toEqual(LOADED)
    expect(await verifyStore()).toEqual([])
    expect(await take({ version: 3 })).toMatchObject({ version: 6, rowsWithdrawn: 1, rowsRestated: 1 })
    expect(await longsAsOf(6)).toEqual(BEFORE)
    expect(await verifyStore()).toEqual([])
  })

  it('can be loaded again', async () => {
    await take({ version: 3 })
    const again = factorCsv('2024-08-28,skewness,0.03,0,0', '2024-08-29,skewness,0.04,0,0')
    expect(await store.load(again)).toMatchObject({ version: 5, rowsNew: 1, rowsRestated: 1 })
    expect(await longsAsOf(5)).toEqual(LOADED)
    expect(await longsAsOf(4)).toEqual(BEFORE)
    expect(await verifyStore()).toEqual([])
  })

  it('is taken back in part when series and dates are named too', async () => {
    expect(await take({ version: 3, from: '2024-08-29' })).toMatchObject({ rowsWithdrawn: 1, rowsRestated: 0 })
    expect(await longsAsOf(4)).toEqual({ '08-27': 0.01, '08-28': 0.03 })
  })
})

describe('series between dates', () => {
  const days = { series: ['skewness'], from: '2024-08-27', to: '2024-08-30' }

  it('are as before the last load of each row', async () => {
    await store.load(portfolioCsv('2024-08-28,enhanced,0.01,0'))
    await store.load(factorCsv('2024-08-28,network,0.01,0,0'))
    expect(await take(days)).toMatchObject({ version: 6, rowsWithdrawn: 2, rowsRestated: 1, withdrawnVersion: null })
    expect(await longsAsOf(6)).toEqual({ '08-28': 0.02 })
    expect(await longsAsOf(6, 'network')).toEqual({ '08-28': 0.01 })
    expect(await verifyStore()).toEqual([])
  })

  it('do not change again when the same is asked again', async () => {
    await take(days)
    const again = await take(days)
    expect(again).toMatchObject({ version: null, rowsUnchanged: 1 })
    expect(again.kept).toMatchObject([{ from: '2024-08-28', version: 4 }])
  })

  it('include coefficients and portfolios', async () => {
    await store.load('date,series,ic,rank_ic\n2024-08-28,skewness,0.1,0.2\n')
    await store.load(portfolioCsv('2024-08-28,enhanced,0.01,0'))
    const outcome = await take({ series: ['skewness', 'enhanced'], from: '2024-08-28', to: '2024-08-28' })
    expect(outcome.changes.map(({ kind, after }) => [kind, after])).toEqual([
      ['factor_returns', { long: 0.02, short: 0, benchmark: 0 }],
      ['portfolio_returns', null],
      ['factor_quality', null],
    ])
    expect(await verifyStore()).toEqual([])
  })
})

describe('what cannot be withdrawn is refused with its reason, and nothing is written', () => {
  it.each([
    [{ version: 9 }, 'There is no data version 9: the newest is 3.'],
    [{ version: 3, series: ['nobody'] }, 'Not in the catalogue: nobody.'],
    [{ series: ['skewness'] }, 'Name a version, or series with from and to.'],
    [{ version: 3, from: '2024-08-30', to: '2024-08-01' }, 'from (2024-08-30) is after to (2024-08-01).'],
  ])('%j', async (order, message) => {
    await expect(take(order)).rejects.toMatchObject({ name: 'WithdrawalRefusal', message })
    expect(await prisma.dataVersion.count()).toBe(3)
  })

  it('a value that the catalogue does not allow any more', async () => {
    await take({ version: 2 })
    const [first, ...others] = SAMPLE_CATALOGUE.factors
    await take({ version: 3 })
    await store.loadCatalogue({ ...SAMPLE_CATALOGUE, factors: [{ ...first, inception: '2024-08-28' }, ...others] })
    await expect(take({ version: 4 })).rejects.toThrow(
      'skewness cannot have its earlier value of 2024-08-27 again: the inception of skewness is 2024-08-28 now.',
    )
  })
})

it('mends a mistyped year, which moved the front page to an empty week', async () => {
  await store.load(factorCsv('2025-08-28,skewness,0.02,0,0'), { today: '2025-09-01' })
  expect(await findWeek({ version: 4 })).toMatchObject({ asOf: '2025-08-28' })
  const outcome = await take({ version: 4, reason: 'The year is wrong.' })
  expect(outcome.newestDays).toEqual([{ market: 'CN', before: '2025-08-28', after: '2024-08-29' }])
  expect(await findWeek({ version: 5 })).toMatchObject({ asOf: '2024-08-29' })
  expect(await findWeek({ version: 4 })).toMatchObject({ asOf: '2025-08-28' })
})

it('is listed in the changes of its version, and in the notices of its weeks', async () => {
  await take({ version: 3 })
  expect(await getRestatedRows({ version: 4, limit: 10, offset: 0 })).toMatchObject([
    { date: '2024-08-28', before: { long: 0.03 }, after: { long: 0.02 } },
    { date: '2024-08-29', before: { long: 0.04 }, after: null },
  ])
  const notices = await getRestatements({ version: 4, from: '2024-01-01', to: '2024-12-31' })
  expect(notices.map(({ version, days, isWithdrawal }) => [version, days, isWithdrawal])).toEqual([
    [4, 2, true],
    [3, 1, false],
  ])
})
