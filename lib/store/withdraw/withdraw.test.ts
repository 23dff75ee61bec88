/** Withdrawals on a real database: each row is as it was before, and what a later load changed stays. */
import { beforeEach, describe, expect, it } from 'vitest'
import { findWeek } from '@/lib/analysis/weeks/find-week'
import { verifyStore } from '@/lib/cli/verify'
import { prisma } from '@/lib/db/client'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getChangedEntries } from '@/lib/db/queries/get-changed-entries'
import { getRestatedRows } from '@/lib/db/queries/get-restated-rows'
import { getRestatements } from '@/lib/db/queries/get-restatements'
import { getReturns } from '@/lib/db/queries/get-returns'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { WithdrawalRefusal } from './open-withdrawal'
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
    expect(await longsAsOf(9)).toEqual(LOADED)
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
    await expect(take(order)).rejects.toThrow(new WithdrawalRefusal(message))
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

describe('a load of the catalogue', () => {
  const [first, ...others] = SAMPLE_CATALOGUE.factors
  const renamed = { ...first, nameEn: 'Renamed' }
  const extra = { ...renamed, code: 'extra', position: 3, familyCode: 'new' }
  const wider = {
    ...SAMPLE_CATALOGUE,
    families: [...SAMPLE_CATALOGUE.families, { code: 'new', position: 3, nameZh: '新', nameEn: 'New' }],
    factors: [renamed, ...others, extra],
  }
  const namesAsOf = async (version: number) =>
    Object.fromEntries((await getCatalogue({ version })).factors.map(({ code, nameEn }) => [code, nameEn]))
  const NAMES = { skewness: 'Factor', network: 'Factor' }
  const WIDER = { skewness: 'Renamed', network: 'Factor', extra: 'Renamed' }

  /** Version 4. */
  beforeEach(() => store.loadCatalogue(wider))

  it('goes back to the entries before it, and stays readable', async () => {
    const dry = await take({ version: 4 }, true)
    expect(await namesAsOf(9)).toEqual(WIDER)
    const outcome = await take({ version: 4, reason: 'A wrong name.' })
    expect({ ...dry, dryRun: false, version: 5, reason: 'A wrong name.' }).toEqual(outcome)
    expect(outcome).toMatchObject({ rowsWithdrawn: 2, rowsRestated: 1, rowsNew: 0, rowsUnchanged: 0 })
    expect(outcome.entries.map(({ kind, key, after }) => [kind, key, after?.name_en ?? null])).toEqual([
      ['factor', 'extra', null],
      ['factor', 'skewness', 'Factor'],
      ['family', 'new', null],
    ])
    expect(await namesAsOf(5)).toEqual(NAMES)
    expect(await namesAsOf(4)).toEqual(WIDER)
    expect(await getChangedEntries({ version: 5 })).toMatchObject([
      { key: 'extra', before: { name_en: 'Renamed' }, after: null },
      { key: 'skewness', before: { name_en: 'Renamed' }, after: { name_en: 'Factor' } },
      { key: 'new', after: null },
    ])
    expect(await verifyStore()).toEqual([])
  })

  it('comes back when its withdrawal is withdrawn, and can be loaded again', async () => {
    await take({ version: 4 })
    expect(await take({ version: 5 })).toMatchObject({ version: 6, rowsNew: 2, rowsRestated: 1 })
    expect(await namesAsOf(6)).toEqual(WIDER)
    expect(await verifyStore()).toEqual([])
    await take({ version: 4 })
    expect(await namesAsOf(7)).toEqual(NAMES)
    expect(await store.loadCatalogue(wider)).toMatchObject({ version: 8, rowsNew: 2, rowsRestated: 1 })
    expect(await verifyStore()).toEqual([])
  })

  it('keeps an entry that a later load changed, and names it', async () => {
    await store.loadCatalogue({ ...wider, factors: [{ ...renamed, nameEn: 'Later' }, ...others, extra] })
    const outcome = await take({ version: 4 })
    expect(outcome).toMatchObject({ rowsWithdrawn: 2, rowsRestated: 0, rowsUnchanged: 1 })
    expect(outcome.keptEntries).toEqual([{ kind: 'factor', key: 'skewness', version: 5 }])
    expect(await namesAsOf(6)).toEqual({ ...NAMES, skewness: 'Later' })
    expect(await verifyStore()).toEqual([])
  })

  it('is refused when a new series has rows, also withdrawn ones', async () => {
    await store.load(factorCsv('2024-08-28,extra,0.01,0,0'))
    await take({ version: 5 })
    await expect(take({ version: 4 })).rejects.toThrow('extra has 1 rows, from version 5 on; it can only be corrected.')
    expect(await namesAsOf(9)).toEqual(WIDER)
  })

  it('is refused when an entry that stays refers to one that would go', async () => {
    const moved = [{ ...first, familyCode: 'new' }, ...others, extra]
    await store.loadCatalogue({ ...wider, factors: moved })
    await expect(take({ version: 4 })).rejects.toThrow('factor skewness is in the family new.')
  })

  it('is refused when an earlier entry contradicts the returns', async () => {
    const [network] = others
    await store.loadCatalogue({ ...wider, factors: [renamed, { ...network, inception: '2024-08-01' }, extra] })
    await store.loadCatalogue(wider)
    await store.load(factorCsv('2024-07-31,network,0.01,0,0'))
    await expect(take({ version: 6 })).rejects.toThrow('network has data since 2024-07-31')
  })

  it('has no dates', async () => {
    await expect(take({ version: 4, from: '2024-08-28' })).rejects.toThrow(
      'Version 4 changed the catalogue, which has no dates: leave series, from and to out.',
    )
  })

  it('is compared with its request by the proof', async () => {
    await take({ version: 4 })
    const alter = `update catalogue_entry set entry = jsonb_set(entry, '{name_en}', '"Other"') where since_version = 5`
    await prisma.$transaction([
      prisma.$executeRaw`set local session_replication_role = replica`,
      prisma.$executeRawUnsafe(alter),
    ])
    expect(await verifyStore()).toEqual([
      'catalogue: factor skewness is not what its history says',
      'version 5: factor skewness is not as its request says',
    ])
  })
})
