/** Withdrawals of loads of the catalogue, on a real database. */
import { beforeEach, describe, expect, it } from 'vitest'
import { verifyStore } from '@/lib/cli/verify'
import { prisma } from '@/lib/db/client'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getChangedEntries } from '@/lib/db/queries/get-changed-entries'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
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
    expect(await getChangedEntries({ versions: [5] })).toMatchObject([
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
    await expect(take({ version: 4 })).rejects.toMatchObject({
      message: 'The catalogue cannot go back:\n  factor skewness is in the family new.',
      reasons: [{ code: 'in-family', values: { code: 'skewness', family: 'new' } }],
    })
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
