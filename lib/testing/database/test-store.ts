/**
 * A store of a test's own: a database, to which DATABASE_URL points, and a folder for the files that are loaded. It is
 * opened before the tests of the file (or of the describe block) and removed after them.
 */
import { beforeAll, beforeEach } from 'vitest'
import { prisma } from '@/lib/db/client'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import { noteAnswer } from '@/lib/db/store-health'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { importFile } from '@/lib/import/import-file'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'
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
  /**
   * Loads a file with that content, by default as of STORE_TODAY and with the name returns.csv. Findings are accepted
   * unless the options say which, since made-up returns often repeat.
   */
  load(content: string | Uint8Array, options?: LoadOptions): Promise<ImportOutcome>
  /** Loads a catalogue in JSON. */
  loadCatalogue(catalogue: unknown): Promise<ImportOutcome>
}

/**
 * What the tests of a file share: the store with all that they load; the database, which is emptied before each test; or
 * nothing, so that each test gets a database that it may alter. Making one takes ten times as long as emptying it.
 */
type Share = 'store' | 'database' | 'nothing'

/** Opens a store without any data version. */
export function emptyStore(share: Share = 'store'): TestStore {
  return openStore('empty', share)
}

/** Opens a store whose version 1 is the sample catalogue. */
export function sampleStore(share: Share = 'store'): TestStore {
  return openStore('sample', share)
}

/** Opens a store with the demo data: version 1 is the catalogue, 2 the factors, 3 the portfolios. */
export function demoStore(): TestStore {
  return openStore('demo', 'store')
}

function openStore(content: StoreContent, share: Share): TestStore {
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
    // A query of an earlier test may have been running when its database was removed.
    noteAnswer()
    return async () => {
      await prisma.$disconnect()
      delete process.env.DATABASE_URL
      await database.drop()
      await folder.remove()
    }
  }
  if (share === 'nothing') beforeEach(open)
  else beforeAll(open)
  const store = storeOf(known)
  if (share === 'database') {
    beforeAll(() => prisma.$executeRawUnsafe(KEEP))
    beforeEach(() => prisma.$executeRawUnsafe(REFILL))
  }
  // Versions of an earlier test may have the same numbers.
  beforeEach(forgetLatestVersion)
  return store
}

/**
 * Keeps a copy of what the tables hold at first, except closures: there are thousands, and tests only add to them. The
 * history of migrations stays as it is.
 */
const KEEP = `
  do $$
  declare
    one text;
  begin
    create schema initial;
    for one in select tablename from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' loop
      execute format('create table initial.%1$I as select * from public.%1$I %2$s', one,
                     case when one = 'catalogue_entry' then 'where since_version > 0' end);
    end loop;
  end $$`

/**
 * Brings a store that tests have filled back to what it held at first, past the triggers that keep versions from being
 * deleted. To delete a few rows is faster than to truncate tables.
 */
const REFILL = `
  do $$
  declare
    one text;
  begin
    perform set_config('session_replication_role', 'replica', true);
    for one in select tablename from pg_tables where schemaname = 'initial' loop
      execute format('delete from public.%I %s', one, case when one = 'catalogue_entry' then 'where since_version > 0' end);
      execute format('insert into public.%1$I select * from initial.%1$I', one);
    end loop;
    update catalogue_entry set until_version = ${STILL_TRUE} where since_version = 0 and until_version <> ${STILL_TRUE};
  end $$`

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
    load: async (content, options = {}) => {
      const path = await write(options.name ?? 'returns.csv', content)
      return importFile({ path, today: STORE_TODAY, accept: ACCEPTABLE, ...options }).finally(forgetLatestVersion)
    },
    loadCatalogue: async (catalogue) => {
      const path = await write('catalogue.json', JSON.stringify(catalogue))
      return importCatalogue({ path }).finally(forgetLatestVersion)
    },
  }
}
