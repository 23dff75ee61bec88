/** Contributions on a real database: held against the excess of their day, versioned, exported, withdrawn and proved. */
import { beforeEach, describe, expect, it } from 'vitest'
import { verifyStore } from '@/lib/cli/verify'
import { getComponents } from '@/lib/db/queries/get-components'
import { getContributions } from '@/lib/db/queries/get-contributions'
import { getRestatedRows } from '@/lib/db/queries/get-restated-rows'
import { importFiles } from '@/lib/import/import-files'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'
import { dailyTable } from '@/lib/store/daily-table'
import { rename } from '@/lib/store/rename/rename'
import { withdraw } from '@/lib/store/withdraw/withdraw'
import { withdrawalOrder } from '@/lib/store/withdraw/withdrawal-order'
import { emptyStore } from '@/lib/testing/database/test-store'
import { contributionsCsv, portfolioCsv, SAMPLE_CATALOGUE, SAMPLE_COMPONENTS } from '@/lib/testing/import/sample-files'
import { TEXT_FORMS } from '@/lib/testing/import/write-table'

const store = emptyStore('database')

/** An excess of 0.001 on the first day and -0.0005 on the second. */
const RETURNS = portfolioCsv('2024-08-28,enhanced,0.011,0.01', '2024-08-29,enhanced,-0.0025,-0.002')
const FIRST = ['size,0.0003', 'value,-0.0001'].map((part) => `2024-08-28,enhanced,style,${part}`)
const LINES = [
  '2024-08-28,enhanced,costs,,-0.0004',
  '2024-08-28,enhanced,selection,,0.0012',
  ...FIRST,
  '2024-08-29,enhanced,selection,,-0.0004',
  '2024-08-29,enhanced,style,size,-0.0001',
]

/** Version 1 is the catalogue with the names of components, 2 the returns. */
beforeEach(async () => {
  await store.loadCatalogue({ ...SAMPLE_CATALOGUE, components: SAMPLE_COMPONENTS })
  await store.load(RETURNS)
})

async function partsAsOf(version: number): Promise<Record<string, number>> {
  const [own] = await getContributions({ version, to: '2024-08-30' })
  const parts = own?.days.flatMap((day) => day.parts.map((part) => ({ date: day.date, ...part }))) ?? []
  return Object.fromEntries(
    parts.map(({ date, group, component, value }) => [`${date.slice(8)} ${group} ${component ?? ''}`.trim(), value]),
  )
}

const LOADED = {
  '28 costs': -0.0004,
  '28 selection': 0.0012,
  '28 style size': 0.0003,
  '28 style value': -0.0001,
  '29 selection': -0.0004,
  '29 style size': -0.0001,
}

describe('contributions', () => {
  it('are loaded by day, exported as they were written, and proved from their file', async () => {
    expect(await store.load(contributionsCsv(...LINES))).toMatchObject({ faults: [], version: 3, rowsNew: 2 })
    expect(await partsAsOf(3)).toEqual(LOADED)
    const { columns, pieces } = dailyTable('contributions', { version: 3, codes: ['enhanced'] })
    const lines = [columns.map(({ name }) => name).join(',')]
    for await (const rows of pieces) lines.push(...rows.map((cells) => cells.map((cell) => cell ?? '').join(',')))
    expect(new Set(lines)).toEqual(
      new Set(
        contributionsCsv(...LINES)
          .trim()
          .split('\n'),
      ),
    )
    expect(await verifyStore()).toEqual([])
    expect(await store.load(contributionsCsv(...LINES.toReversed()))).toMatchObject({ version: null, rowsUnchanged: 2 })
  })

  it('restate a day as a whole: a component that the new file lacks is gone', async () => {
    await store.load(contributionsCsv(...LINES))
    const outcome = await store.load(contributionsCsv('2024-08-28,enhanced,selection,,0.001'))
    expect(outcome).toMatchObject({ version: 4, rowsRestated: 1, rowsNew: 0 })
    expect(await partsAsOf(3)).toEqual(LOADED)
    expect(await partsAsOf(4)).toEqual({ '28 selection': 0.001, '29 selection': -0.0004, '29 style size': -0.0001 })
    expect(await getRestatedRows({ version: 4, limit: 9, offset: 0 })).toMatchObject([
      { date: '2024-08-28', before: { 'style/value': -0.0001, costs: -0.0004 }, after: { selection: 0.001 } },
    ])
    expect(await verifyStore()).toEqual([])
  })

  const cells = (...rows: string[]) =>
    contributionsCsv(...rows)
      .trim()
      .split('\n')
      .map((line) => line.split(','))
  it.each(['workbook', 'Parquet', 'GBK'] as const)('come as %s too', async (form) => {
    expect(await store.load(TEXT_FORMS[form](cells(...LINES)))).toMatchObject({ faults: [], rowsNew: 2 })
    expect(await partsAsOf(3)).toEqual(LOADED)
  })

  it('may be percentages, with Chinese columns and without components', async () => {
    const file = '日期,组合,归因大类,贡献(%)\n2024/8/28,enhanced,selection,0.14\n2024/8/28,enhanced,costs,-0.04\n'
    expect(await store.load(file)).toMatchObject({ faults: [], rowsNew: 1 })
    expect(await partsAsOf(3)).toEqual({ '28 costs': -0.0004, '28 selection': 0.0014 })
  })
})

describe('a load of contributions is refused', () => {
  it('when a day does not add up, with its numbers', async () => {
    const wrong = LINES.map((line) => line.replace('selection,,0.0012', 'selection,,0.001202'))
    const { faults, version } = await store.load(contributionsCsv(...wrong))
    expect(version).toBeNull()
    expect(faults).toMatchObject([{ rule: 'sum-differs', row: 2, value: '2024-08-28 enhanced' }])
    expect(faults[0]?.remedy).toBe(
      'enhanced on 2024-08-28: the contributions add up to 0.001002, the excess (portfolio - benchmark) is 0.001, the difference 0.000002; at most 0.000001 is allowed. Correct them, or write more decimals.',
    )
    expect(await partsAsOf(3)).toEqual({})
    const within = LINES.map((line) => line.replace('selection,,0.0012', 'selection,,0.001201'))
    expect(await store.load(contributionsCsv(...within))).toMatchObject({ faults: [], version: 3 })
  })

  it('without the returns of a day, also in a dry run; and not when they come in the same load, in any order', async () => {
    const early = contributionsCsv('2024-08-30,enhanced,selection,,0.0012')
    for (const dryRun of [true, false]) {
      expect(await store.load(early, { dryRun })).toMatchObject({
        version: null,
        faults: [{ rule: 'no-excess', row: 2, value: '2024-08-30 enhanced' }],
      })
    }
    const files = [
      { path: await store.write('contributions.csv', early) },
      { path: await store.write('returns.csv', portfolioCsv('2024-08-30,enhanced,0.0012,0')) },
    ]
    const outcomes = await importFiles(files, { today: '2024-08-30', accept: ACCEPTABLE })
    expect(outcomes.map(({ version, faults }) => ({ version, faults }))).toEqual([
      { version: 3, faults: [] },
      { version: 4, faults: [] },
    ])
  })

  it.each([
    [
      'an unknown component',
      '2024-08-28,enhanced,style,size2,0.001',
      { rule: 'unknown-component', column: 'component' },
    ],
    ['an unknown group', '2024-08-28,enhanced,Style,size,0.001', { rule: 'unknown-component', column: 'group' }],
    ['no group', '2024-08-28,enhanced,,size,0.001', { rule: 'empty-cell', column: 'group' }],
    ['no contribution', '2024-08-28,enhanced,style,size,', { rule: 'leg-missing', column: 'contribution' }],
    ['the same row twice', `${FIRST[0]}\n${FIRST[0]}`, { rule: 'duplicate-row', row: 3 }],
    ['a factor', '2024-08-28,skewness,style,size,0.001', { rule: 'other-kind-of-series' }],
  ])('with %s', async (_, line, fault) => {
    expect((await store.load(contributionsCsv(line))).faults).toMatchObject([fault])
  })
})

describe('when contributions are stored', () => {
  beforeEach(() => store.load(contributionsCsv(...LINES)))

  it('returns that no longer fit are refused, and taken together with contributions', async () => {
    const returns = portfolioCsv('2024-08-28,enhanced,0.012,0.01')
    const { faults } = await store.load(returns)
    expect(faults).toMatchObject([{ rule: 'sum-differs', row: 2, value: '2024-08-28 enhanced' }])
    expect(faults[0]?.remedy).toContain('Load the contributions of that day again in the same load.')
    const files = [
      { path: await store.write('returns.csv', returns) },
      { path: await store.write('contributions.csv', contributionsCsv('2024-08-28,enhanced,selection,,0.002')) },
    ]
    const outcomes = await importFiles(files, { today: '2024-08-30', accept: ACCEPTABLE })
    expect(outcomes.map(({ version }) => version)).toEqual([4, 5])
    expect(await verifyStore()).toEqual([])
  })

  it('a withdrawal of the returns alone is refused, also in a dry run; one of the days takes both', async () => {
    const take = (order: object, dryRun = false) =>
      withdraw(withdrawalOrder.parse(order), { loadedBy: 'tester', dryRun })
    for (const dryRun of [true, false]) {
      await expect(take({ version: 2 }, dryRun)).rejects.toThrow('enhanced on 2024-08-28: the contributions add up to')
    }
    const outcome = await take({ series: ['enhanced'], from: '2024-08-29', to: '2024-08-29' })
    expect(outcome).toMatchObject({ version: 4, rowsWithdrawn: 2 })
    expect(Object.keys(await partsAsOf(4)).every((part) => part.startsWith('28'))).toBe(true)
    await take({ version: 3 })
    expect(await partsAsOf(5)).toEqual({})
    expect(await verifyStore()).toEqual([])
  })

  it('names of components are a table of their own, and stay while contributions have them', async () => {
    const names = 'component,position,nameZh,nameEn\n'
    expect(await store.load(`${names}hedge,6,对冲,Hedge\n`)).toMatchObject({ faults: [], version: 4, rowsNew: 1 })
    expect(await store.load(`${names}hedge,6,对冲,Hedging\n`)).toMatchObject({ faults: [], rowsRestated: 1 })
    expect(await getComponents({ version: 4 })).toContainEqual({
      component: 'hedge',
      position: 6,
      nameZh: '对冲',
      nameEn: 'Hedge',
    })
    expect((await getComponents({ version: 5 })).at(-1)?.nameZh).toBe('对冲')
    await store.load(contributionsCsv('2024-08-29,enhanced,hedge,,-0.0005'))
    const back = (version: number) =>
      withdraw(withdrawalOrder.parse({ version }), { loadedBy: 'tester', dryRun: false })
    await back(5)
    await expect(back(4)).rejects.toThrow('component hedge has contributions; it can only be corrected.')
  })

  it('a renamed portfolio keeps them', async () => {
    await rename({ series: 'enhanced', to: 'plus', reason: null }, { loadedBy: 'tester', dryRun: false })
    expect(await getContributions({ version: 3, to: '2024-08-30' })).toMatchObject([{ code: 'plus' }])
    expect(await verifyStore()).toEqual([])
  })
})
