import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/db/client'
import { NEWEST } from '@/lib/db/queries/as-of-version'
import { getDataVersions } from '@/lib/db/queries/get-data-versions'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database/test-database'
import { makeSampleFolder, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { writeDemoData } from '@/prisma/demo/write-demo-data'
import { prepareDatabase } from './prepare-database'

const LOAD_MS = 120_000

let database: TestDatabase
let said: string[]

beforeEach(async () => {
  database = await createTestDatabase()
  process.env.DATABASE_URL = database.url
  said = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
})

afterEach(async () => {
  vi.restoreAllMocks()
  await prisma.$disconnect()
  await database.drop()
})

const prepare = (demo: boolean) => prepareDatabase(database.url, { demo, signal: new AbortController().signal })
const timesLoaded = () => said.filter((line) => line.includes('demo data')).length

it('loads the demo data into an empty store, once', { timeout: LOAD_MS }, async () => {
  await prepare(true)
  expect(timesLoaded()).toBe(1)
  await prepare(true)
  expect(timesLoaded()).toBe(1)
})

it('loads the rest where loading the demo data broke off', { timeout: LOAD_MS }, async () => {
  const folder = await makeSampleFolder()
  const { catalogue } = await writeDemoData(folder.path)
  await importCatalogue({ path: catalogue, isDemo: true })
  await folder.remove()
  await prepare(true)
  expect(timesLoaded()).toBe(1)
  const loads = await getDataVersions({ version: NEWEST })
  expect(loads.map(({ kind }) => kind)).toEqual(['portfolio_returns', 'factor_returns', 'catalogue'])
})

it("leaves anybody's own data alone, and an empty store where no demo data are wanted", async () => {
  await prepare(false)
  const folder = await makeSampleFolder()
  await importCatalogue({ path: await folder.write('catalogue.json', JSON.stringify(SAMPLE_CATALOGUE)) })
  await folder.remove()
  await prepare(true)
  expect(timesLoaded()).toBe(0)
})
