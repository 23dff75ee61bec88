import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NEWEST } from '@/lib/db/queries/as-of-version'
import { getDataVersions } from '@/lib/db/queries/versions/get-data-versions'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { emptyStore } from '@/lib/testing/database/test-store'
import { demoFiles } from '@/lib/testing/demo/demo-files'
import { SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { prepareDatabase } from './prepare-database'

const LOAD_MS = 120_000

const store = emptyStore('nothing')
let printed: string[]

beforeEach(() => {
  printed = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
})

afterEach(() => vi.restoreAllMocks())

const prepare = (demo: boolean) => prepareDatabase(store.url, { demo, signal: new AbortController().signal })
const timesLoaded = () => printed.filter((line) => line.includes('demo data')).length

/** A usual run takes one of the two; each start of an instance by `npm test` takes the first. */
const STARTS = sampleOf('starts', ['into an empty store', 'after an interruption'] as const, 1)

it.each(STARTS)('loads the demo data %s, once', { timeout: LOAD_MS }, async (start) => {
  const { catalogue } = await demoFiles()
  if (start === 'after an interruption') await importCatalogue({ path: catalogue, isDemo: true })
  await prepare(true)
  expect(timesLoaded()).toBe(1)
  const loads = await getDataVersions({ version: NEWEST })
  expect(loads.map(({ kind }) => kind)).toEqual([
    'contributions',
    'index_returns',
    'portfolio_returns',
    'factor_returns',
    'catalogue',
  ])
  await prepare(true)
  expect(timesLoaded()).toBe(1)
})

it('does not change a store with other data, or an empty store when no demo data are wanted', async () => {
  await prepare(false)
  await store.loadCatalogue(SAMPLE_CATALOGUE)
  await prepare(true)
  expect(timesLoaded()).toBe(0)
})
