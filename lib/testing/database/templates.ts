/** Prepared databases of a Vitest run. The first test file that needs one builds it; every store is a copy. */
import { Client } from 'pg'
import { inject } from 'vitest'
import { createDatabase, nameOf, withDatabase } from '@/lib/boot/postgres/databases'
import { prisma } from '@/lib/db/client'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { importFile } from '@/lib/import/import-file'
import type { ImportOutcome } from '@/lib/import/outcome/import-outcome'
import { demoFiles } from '@/lib/testing/demo/demo-files'
import { makeSampleFolder, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { type FilledContent, filledTemplateUrl } from './template-urls'

/** The initial content of a store: nothing, the sample catalogue as version 1, or the demo data as versions 1 to 3. */
export type StoreContent = 'empty' | FilledContent

const FILL = { sample: loadSampleCatalogue, demo: loadDemo } satisfies Record<FilledContent, () => Promise<void>>

/** Number of the server-wide lock under which templates are built. */
const LOCK = 7_410_001

/** Returns the address of the database to copy for a store with that content. */
export async function templateWith(content: StoreContent): Promise<string> {
  const emptyUrl = inject('templateUrl')
  if (content === 'empty') return emptyUrl
  const url = filledTemplateUrl(emptyUrl, content)
  const server = new Client({ connectionString: withDatabase(emptyUrl, 'postgres') })
  await server.connect()
  try {
    await server.query('select pg_advisory_lock($1)', [LOCK])
    const { rowCount } = await server.query('select from pg_database where datname = $1', [nameOf(url)])
    if (rowCount === 0) await build(server, url, FILL[content])
  } finally {
    await server.end()
  }
  return url
}

/** Fills a database under a temporary name, so that no test sees an incomplete template. */
async function build(server: Client, url: string, fill: () => Promise<void>): Promise<void> {
  const buildingUrl = withDatabase(url, `${nameOf(url)}_building`)
  await createDatabase(buildingUrl, inject('templateUrl'))
  await prisma.$disconnect()
  process.env.DATABASE_URL = buildingUrl
  await fill()
  await prisma.$disconnect()
  const [from, to] = [buildingUrl, url].map((address) => server.escapeIdentifier(nameOf(address)))
  await server.query(`alter database ${from} rename to ${to}`)
}

async function loadSampleCatalogue(): Promise<void> {
  const folder = await makeSampleFolder()
  assertLoaded(await importCatalogue({ path: await folder.write('catalogue.json', JSON.stringify(SAMPLE_CATALOGUE)) }))
  await folder.remove()
}

async function loadDemo(): Promise<void> {
  const { catalogue, factorReturns, portfolioReturns } = await demoFiles()
  assertLoaded(await importCatalogue({ path: catalogue, isDemo: true }))
  assertLoaded(await importFile({ path: factorReturns, isDemo: true }))
  assertLoaded(await importFile({ path: portfolioReturns, isDemo: true }))
}

function assertLoaded({ faults }: ImportOutcome): void {
  if (faults.length > 0) throw new Error(`A template cannot be filled: ${JSON.stringify(faults)}`)
}
