/** Makes a store of synthetic factors for benchmarks, in its own embedded PostgreSQL. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedDatabase } from '@/lib/boot/postgres/open-embedded'
import { prisma } from '@/lib/db/client'
import { applyMigrations } from '@/lib/db/migrations/apply-migrations'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { importFile } from '@/lib/import/import-file'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'

const LAST_DAY = '2024-08-30'
/** The span of a store whose years do not matter. */
const USUAL_YEARS = 10.66
/** Factors of a family in a store of many. */
const FAMILY_FACTORS = 25

export interface SyntheticStore {
  url: string
  codes: string[]
  /** Time of the load of the returns, milliseconds. */
  importMs: number
  remove(): Promise<void>
}

/**
 * Creates a store with this many factors over some years of the Chinese market up to 2024-08-30, by default 10.7, loaded by
 * the importer; no portfolio.
 */
export async function makeSyntheticStore(factors: number, years = USUAL_YEARS): Promise<SyntheticStore> {
  let loaded: Loaded = { codes: [], importMs: 0 }
  const store = await makeStore(async (folder) => {
    loaded = await loadSynthetic(folder, factors, years)
  })
  return { ...store, ...loaded }
}

type Loaded = Pick<SyntheticStore, 'codes' | 'importMs'>

/** Loads synthetic factors into the migrated, empty store of DATABASE_URL. The files are written into the folder. */
export async function loadSynthetic(folder: string, factors: number, years: number): Promise<Loaded> {
  const codes = Array.from({ length: factors }, (_, index) => `factor-${index + 1}`)
  const first = new Date(Date.parse(LAST_DAY) - years * YEAR_MS).toISOString().slice(0, 10)
  const days = shanghaiDays(first, LAST_DAY)
  await importCatalogue({ path: await writeCatalogue(folder, codes, days[0] ?? first) })
  const path = await writeReturns(folder, codes, days)
  const begun = performance.now()
  await importFile({ path, accept: ACCEPTABLE })
  return { codes, importMs: performance.now() - begun }
}

const YEAR_MS = 365.25 * 86_400_000

/** Creates a store in its own embedded PostgreSQL. @param load loads files, which it writes into the folder */
export async function makeStore(
  load: (folder: string) => Promise<void>,
): Promise<Pick<SyntheticStore, 'url' | 'remove'>> {
  const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-bench-'))
  await chmod(folder, 0o711)
  const database = await openEmbeddedDatabase(join(folder, 'data'))
  const remove = async () => {
    await prisma.$disconnect()
    await database.close()
    await rm(folder, { recursive: true })
  }
  try {
    process.env.DATABASE_URL = database.url
    await applyMigrations(database.url)
    await load(folder)
    // The next store is another database.
    await prisma.$disconnect()
    return { url: database.url, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function writeCatalogue(folder: string, codes: string[], inception: string): Promise<string> {
  const [sample] = SAMPLE_CATALOGUE.factors
  const families = Array.from({ length: Math.ceil(codes.length / FAMILY_FACTORS) }, (_, index) => ({
    code: `family-${index + 1}`,
    position: index + 1,
    nameZh: `合成类别 ${index + 1}`,
    nameEn: `Synthetic family ${index + 1}`,
  }))
  const factors = codes.map((code, index) => ({
    ...sample,
    code,
    position: index + 1,
    inception,
    familyCode: families[Math.floor(index / FAMILY_FACTORS)]?.code,
    nameZh: `合成因子 ${index + 1}`,
    nameEn: `Synthetic factor ${index + 1}`,
    shortNameZh: `合成 ${index + 1}`,
    shortNameEn: `Synthetic ${index + 1}`,
  }))
  const path = join(folder, 'catalogue.json')
  await writeFile(path, JSON.stringify({ ...SAMPLE_CATALOGUE, families, factors, portfolios: [], reportIssues: [] }))
  return path
}

/** Writes rows by day, with all factors of a day: a benchmark, and legs that differ slightly from it. */
async function writeReturns(folder: string, codes: string[], days: readonly string[]): Promise<string> {
  const path = join(folder, 'returns.csv')
  const file = createWriteStream(path)
  file.write('date,series,long,short,benchmark\n')
  const draw = draws()
  for (const day of days) {
    const benchmark = draw() / 40
    const lines = codes.map((code) => {
      const [long, short] = [benchmark + draw() / 250 + 0.0001, benchmark + draw() / 250 - 0.0001]
      return `${day},${code},${long.toFixed(8)},${short.toFixed(8)},${benchmark.toFixed(8)}\n`
    })
    if (!file.write(lines.join(''))) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
  return path
}

/** Yields numbers from −0.5 to 0.5 that are equal in every run. */
function draws(): () => number {
  let seed = 1
  return () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647 - 0.5
  }
}
