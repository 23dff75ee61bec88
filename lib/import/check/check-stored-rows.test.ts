import { beforeAll, expect, it } from 'vitest'
import { verifyStore } from '@/lib/cli/verify'
import { importFile } from '@/lib/import/import-file'
import { emptyStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { writeXlsx } from '@/lib/testing/import/write-xlsx'

const US = { code: 'US', nameZh: '美股', nameEn: 'US', dailyReturnMax: 0.9 }
const [skewness] = SAMPLE_CATALOGUE.factors
const CATALOGUE = {
  ...SAMPLE_CATALOGUE,
  markets: [...SAMPLE_CATALOGUE.markets, US],
  factors: [
    ...SAMPLE_CATALOGUE.factors,
    { ...skewness, code: 'us-roe', position: 3, marketCode: 'US', inception: '2023-01-03' },
  ],
}
const REFUSED = { rule: 'catalogue-contradiction', file: 'catalogue.json', sheet: null, row: null }

const store = emptyStore()

beforeAll(async () => {
  await load(CATALOGUE)
  const files = [
    factorCsv('2023-07-04,us-roe,0.62,-0.7,0', '2023-07-05,us-roe,0.1,-0.7,0.1', '2020-01-02,skewness,0.01,0.02,0.03'),
    // A restatement has replaced the return of -0.7.
    factorCsv('2023-07-04,us-roe,-0.62,0,0', '2023-07-05,us-roe,0.1,0,0.1'),
    'date,series,ic,rank_ic\n2018-01-02,network,0.9,\n',
    portfolioCsv('2019-01-02,enhanced,0.01,0.02'),
  ]
  for (const content of files) expect(await store.load(content)).toMatchObject({ faults: [] })
})

async function load(content: unknown, dryRun = false) {
  return store.load(JSON.stringify(content), { name: 'catalogue.json', dryRun })
}

/** Returns the catalogue with changed fields in the row of that code. */
function changed(section: 'markets' | 'factors' | 'portfolios', code: string, fields: Record<string, unknown>) {
  const rows = CATALOGUE[section].map((row) => (row.code === code ? { ...row, ...fields } : row))
  return { ...CATALOGUE, [section]: rows }
}

it.each([
  [
    'a first return',
    'factors',
    'skewness',
    { inception: '2020-01-03' },
    'skewness has data since 2020-01-02: write that',
  ],
  ['a first coefficient', 'factors', 'network', { inception: '2018-01-03' }, 'network has data since 2018-01-02'],
  ['a return', 'portfolios', 'enhanced', { inception: '2019-01-03' }, 'enhanced has data since 2019-01-02'],
  [
    'the days',
    'factors',
    'network',
    { marketCode: 'US' },
    'network has data since 2018-01-02 on days of CN: keep that',
  ],
  [
    'a limit',
    'markets',
    'US',
    { dailyReturnMax: 0.61 },
    'us-roe has a return of -0.62 on 2023-07-04: write 0.62 or more,',
  ],
  ['the usual limit', 'markets', 'US', { dailyReturnMax: null }, 'write 0.62 or more (empty, it is 0.5)'],
] as const)('refuses what contradicts %s of the store', async (_, section, code, fields, remedy) => {
  const index = CATALOGUE[section].findIndex((row) => row.code === code)
  const [[field, value] = ['', null]] = Object.entries(fields)
  for (const dryRun of [true, false]) {
    const { faults, version } = await load(changed(section, code, fields), dryRun)
    expect(faults).toMatchObject([
      { ...REFUSED, column: `${section}[${index}].${field}`, value: String(value ?? ''), remedy: expect.any(String) },
    ])
    expect(faults[0]?.remedy).toContain(remedy)
    expect(version).toBeNull()
  }
  expect(await verifyStore()).toEqual([])
})

it('names sheet, row and column of a workbook', async () => {
  const rows = [Object.keys(US), ['US', '美股', 'US', '0.2']]
  const path = await store.write('markets.xlsx', writeXlsx([{ name: 'Markets', rows }]))
  expect((await importFile({ path })).faults).toMatchObject([
    { rule: 'catalogue-contradiction', sheet: 'Markets', row: 2, column: 'dailyReturnMax', value: '0.2' },
  ])
})

it('accepts changes that the stored rows allow, and any change of a series without rows', async () => {
  const loads = [
    changed('factors', 'us-roe', { code: 'empty', position: 4 }),
    changed('factors', 'skewness', { inception: '2020-01-02' }),
    changed('factors', 'network', { inception: '2018-01-02' }),
    changed('markets', 'US', { dailyReturnMax: 0.62 }),
    changed('markets', 'CN', { dailyReturnMax: 0.03 }),
    changed('factors', 'us-roe', { code: 'empty', position: 4, marketCode: 'CN', inception: '2024-08-30' }),
  ]
  for (const content of loads) expect(await load(content)).toMatchObject({ faults: [] })
  expect(await verifyStore()).toEqual([])
})
