/**
 * The store of a test: a database, to which DATABASE_URL points, and a folder for files to load. It is opened before
 * the tests of the file (or of the describe block) and removed after them, or before and after each test.
 */
import { beforeAll, beforeEach } from 'vitest'
import { prisma } from '@/lib/db/client'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { importFile } from '@/lib/import/import-file'
import type { ImportOutcome } from '@/lib/import/outcome/import-outcome'
import { makeSampleFolder, type SampleFolder } from '@/lib/testing/import/sample-files'
import type { StoreContent } from './templates'
import { createTestDatabase } from './test-database'

type LoadOptions = Omit<Parameters<typeof importFile>[0], 'path'>

/** The last day of sample files. */
const STORE_TODAY = '2024-08-30'

export interface TestStore {
  /** Address of the database. */
  readonly url: string
  /** Path of the folder. */
  readonly folder: string
  /** Writes a file into the folder and returns its path. */
  write(name: string, content: string | Uint8Array): Promise<string>
  /** Loads a file with that content, by default as of STORE_TODAY and with the name returns.csv. */
  load(content: string | Uint8Array, options?: LoadOptions): Promise<ImportOutcome>
  /** Loads a catalogue in JSON. */
  loadCatalogue(catalogue: unknown): Promise<ImportOutcome>
}

/** The lifetime of a store. */
type Life = 'suite' | 'test'

/** Opens a store without any data version. */
export function emptyStore(life: Life = 'suite'): TestStore {
  return openStore('empty', life)
}

/** Opens a store whose version 1 is the sample catalogue. */
export function sampleStore(life: Life = 'suite'): TestStore {
  return openStore('sample', life)
}

/** Opens a store with the demo data: version 1 is the catalogue, 2 the factors, 3 the portfolios. */
export function demoStore(life: Life = 'suite'): TestStore {
  return openStore('demo', life)
}

function openStore(content: StoreContent, life: Life): TestStore {
  let opened: { url: string; folder: SampleFolder } | null = null
  const known = () => {
    if (opened === null) throw new Error('The store is open only while tests run.')
    return opened
  }
  const open = async () => {
    const [database, folder] = [await createTestDatabase(content), await makeSampleFolder()]
    opened = { url: database.url, folder }
    await prisma.$disconnect()
    process.env.DATABASE_URL = database.url
    return async () => {
      await prisma.$disconnect()
      delete process.env.DATABASE_URL
      await database.drop()
      await folder.remove()
    }
  }
  if (life === 'suite') beforeAll(open)
  else beforeEach(open)
  return storeOf(known)
}

function storeOf(known: () => { url: string; folder: SampleFolder }): TestStore {
  const write = (name: string, content: string | Uint8Array) => known().folder.write(name, content)
  return {
    get url() {
      return known().url
    },
    get folder() {
      return known().folder.path
    },
    write,
    load: async (content, options = {}) =>
      importFile({ path: await write(options.name ?? 'returns.csv', content), today: STORE_TODAY, ...options }),
    loadCatalogue: async (catalogue) =>
      importCatalogue({ path: await write('catalogue.json', JSON.stringify(catalogue)) }),
  }
}
