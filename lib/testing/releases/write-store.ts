/**
 * Writes the store of a release, for the test that a later program brings it up to date: a catalogue, two months of daily
 * rows, a restatement, its withdrawal and a rename. Run when a release is cut, with the sources of that release:
 * `npx tsx lib/testing/releases/write-store.ts VERSION` writes `lib/testing/releases/VERSION.json`.
 */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { openEmbeddedDatabase } from '@/lib/boot/postgres/open-embedded'
import { prisma } from '@/lib/db/client'
import { applyMigrations, migrationNames } from '@/lib/db/migrations/apply-migrations'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { importFile } from '@/lib/import/import-file'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'
import { rename } from '@/lib/store/rename/rename'
import { renameOrder } from '@/lib/store/rename/rename-order'
import { withdraw } from '@/lib/store/withdraw/withdraw'
import { withdrawalOrder } from '@/lib/store/withdraw/withdrawal-order'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { createRandom } from '@/prisma/demo/random'

const SPAN = ['2024-07-01', '2024-08-30'] as const
const AS_OPERATOR = { loadedBy: 'operator', dryRun: false }

const [version] = process.argv.slice(2)
if (version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) throw new Error('say which version, such as 0.3.0')
const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-release-'))
// PostgreSQL runs as another user when this one is root.
await chmod(folder, 0o711)
const database = await openEmbeddedDatabase(join(folder, 'data'))
try {
  process.env.DATABASE_URL = database.url
  await applyMigrations(database.url)
  await loadAll()
  const content = { migrations: await migrationNames(), tables: await readTables(database.url) }
  await writeFile(`lib/testing/releases/${version}.json`, `${JSON.stringify(content, null, 2)}\n`)
} finally {
  await prisma.$disconnect()
  await database.close()
  await rm(folder, { recursive: true })
}
process.exit()

async function loadAll(): Promise<void> {
  const write = async (name: string, content: string) => {
    await writeFile(join(folder, name), content)
    return join(folder, name)
  }
  const { factors, portfolios, restated } = dailyRows()
  await importCatalogue({ path: await write('catalogue.json', JSON.stringify(SAMPLE_CATALOGUE)) })
  for (const [name, head, lines] of [
    ['factors.csv', 'date,series,long,short,benchmark', factors],
    ['portfolios.csv', 'date,series,portfolio,benchmark', portfolios],
    ['restated.csv', 'date,series,long,short,benchmark', restated],
  ] as const) {
    await importFile({ path: await write(name, `${[head, ...lines].join('\n')}\n`), accept: ACCEPTABLE })
  }
  await withdraw(withdrawalOrder.parse({ version: 4, reason: 'restated by mistake' }), AS_OPERATOR)
  const order = { series: 'skewness', to: 'intraday-skewness', reason: 'as in the papers' }
  await rename(renameOrder.parse(order), AS_OPERATOR)
}

/** Makes the lines of the files, seeded. */
function dailyRows(): Record<'factors' | 'portfolios' | 'restated', string[]> {
  const random = createRandom('releases')
  const near = (centre: number, width: number) => (centre + (random.uniform() - 0.5) * width).toFixed(6)
  const codes = SAMPLE_CATALOGUE.factors.map(({ code }) => code)
  const days = shanghaiDays(...SPAN)
  const legs = (centre: number) => [near(centre, 0.008), near(centre, 0.008), centre.toFixed(6)]
  const factors = days.flatMap((day) => codes.map((code) => [day, code, ...legs(Number(near(0, 0.02)))].join()))
  const portfolios = SAMPLE_CATALOGUE.portfolios.flatMap(({ code }) =>
    days.map((day) => [day, code, near(0.0002, 0.02), near(0, 0.02)].join()),
  )
  const restated = days.slice(-4, -3).flatMap((day) => codes.map((code) => [day, code, ...legs(0.001)].join()))
  return { factors, portfolios, restated }
}

/** Returns every table with rows, as COPY writes them. Closures since version 0 come with the migrations. */
async function readTables(url: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(`
    select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations'
    group by table_name order by table_name`)
  const read = []
  for (const { name, columns } of tables) {
    const rows = name === 'catalogue_entry' ? `${name} where since_version > 0` : name
    const copied = await text(client.query(copyTo(`copy (select ${columns.join()} from ${rows}) to stdout`)))
    if (copied !== '') read.push({ name, columns, rows: copied.trimEnd().split('\n') })
  }
  await client.end()
  return read
}
