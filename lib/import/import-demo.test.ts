/** Loads the demo data from its generator and reads it with the queries. */
import { beforeAll, expect, it } from 'vitest'
import { NEWEST } from '@/lib/db/queries/as-of-version'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getDataRange } from '@/lib/db/queries/get-data-range'
import { getReturns } from '@/lib/db/queries/get-returns'
import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { emptyStore } from '@/lib/testing/database/test-store'
import { demoFiles } from '@/lib/testing/demo/demo-files'
import type { DemoFiles } from '@/prisma/demo/write-demo-data'
import { importCatalogue } from './import-catalogue'
import { importFile } from './import-file'

const LAST_DAY = '2024-08-30'

emptyStore()
let files: DemoFiles

beforeAll(async () => {
  files = await demoFiles()
})

it('loads into an empty store, four versions', async () => {
  const outcomes = [
    await importCatalogue({ path: files.catalogue, isDemo: true }),
    await importFile({ path: files.factorReturns, isDemo: true }),
    await importFile({ path: files.portfolioReturns, isDemo: true }),
    await importFile({ path: files.indexReturns, isDemo: true }),
  ]
  expect(outcomes.map(({ version, faults, rowsRestated }) => ({ version, faults, rowsRestated }))).toEqual(
    [1, 2, 3, 4].map((version) => ({ version, faults: [], rowsRestated: 0 })),
  )
  expect(await wasDemoLoaded({ version: 3 })).toBe(true)
})

it('has every trading day of 14 factors, 2 portfolios and 3 indices since their inception', async () => {
  const { factors, portfolios, indices } = await getCatalogue({ version: NEWEST })
  expect([factors.length, portfolios.length, indices.length]).toEqual([14, 2, 3])
  const returns = [
    ...(await getReturns('factor_returns', { version: 3, to: LAST_DAY })),
    ...(await getReturns('portfolio_returns', { version: 3, to: LAST_DAY })),
    ...(await getReturns('index_returns', { version: 4, to: LAST_DAY })),
  ]
  const loaded = new Map(returns.map(({ code, dates }) => [code, dates]))
  for (const { code, inception } of [...factors, ...portfolios, ...indices]) {
    expect(loaded.get(code)).toEqual(shanghaiDays(inception, LAST_DAY))
  }
  expect(await getDataRange({ version: 3 })).toEqual([{ market: 'CN', first: '2014-01-02', last: LAST_DAY }])
})

it('changes nothing when loaded again', async () => {
  expect(await importCatalogue({ path: files.catalogue })).toMatchObject({ version: null, rowsNew: 0 })
  expect(await importFile({ path: files.factorReturns })).toMatchObject({ version: null, rowsNew: 0 })
  expect(await importFile({ path: files.portfolioReturns })).toMatchObject({ version: null, rowsNew: 0 })
})
