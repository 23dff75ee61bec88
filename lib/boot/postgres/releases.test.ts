/**
 * Stores that the programs of the last two releases wrote (lib/testing/releases) are brought up to date: what they held is
 * what the files in them say, and the store is whole.
 */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gunzipSync } from 'node:zlib'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { verifyStore } from '@/lib/cli/verify'
import { prisma } from '@/lib/db/client'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { applyMigrations, migrationNames } from '@/lib/db/migrations/apply-migrations'
import { buildSummary } from '@/lib/report/build/build-summary'
import { getReportInputs } from '@/lib/report/build/get-report-inputs'
import { createDatabase, dropDatabase, randomDatabaseName, withDatabase } from './databases'

const releaseSchema = z.object({
  /** Names of the migrations of the release. */
  migrations: z.array(z.string()),
  /** Rows as COPY writes them. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.array(z.string()) })),
})

/** Each release with the code that its first factor has in its newest version, and that version's last load of factors. */
const RELEASES = [
  { release: '0.1.0', factor: 'skewness', newest: 4, restatedAs: 4 },
  // Version 5 withdraws version 4, and version 6 renames the factor.
  { release: '0.2.0', factor: 'intraday-skewness', newest: 6, restatedAs: 4 },
]
const AS_OF = '2024-08-30'

describe.each(RELEASES)('a store of release $release', ({ release, factor, newest, restatedAs }) => {
  const url = withDatabase(inject('templateUrl'), randomDatabaseName())
  let client: Client
  let added: string[]

  beforeEach(async () => {
    const { migrations, tables } = releaseSchema.parse(
      JSON.parse(await readFile(`lib/testing/releases/${release}.json`, 'utf8')),
    )
    await createDatabase(url)
    await withMigrations(migrations, (folder) => applyMigrations(url, folder))
    client = new Client({ connectionString: url })
    await client.connect()
    // Foreign keys and the triggers of loads hold for what a program writes, not for a copy of a whole store.
    await client.query('set session_replication_role = replica')
    for (const { name, columns, rows } of tables) {
      const copy = client.query(copyFrom(`copy ${name} (${columns.join()}) from stdin`))
      await pipeline(Readable.from(rows.map((row) => `${row}\n`)), copy)
    }
    added = await applyMigrations(url)
    await prisma.$disconnect()
    process.env.DATABASE_URL = url
    forgetLatestVersion()
  })

  afterEach(async () => {
    await client.end()
    await prisma.$disconnect()
    delete process.env.DATABASE_URL
    await dropDatabase(url)
  })

  it('gets the later migrations, is whole, and shows what its files say', async () => {
    expect(added.length).toBeGreaterThan(2)
    expect((await migrationNames()).slice(-added.length)).toEqual(added)
    expect(await verifyStore()).toEqual([])

    const files = new Map(await Promise.all(['factors.csv', 'restated.csv'].map(rowsOfFile)))
    const first = files.get('factors.csv') ?? []
    const restated = [...first, ...(files.get('restated.csv') ?? [])]
    const isWithdrawn = newest > restatedAs
    for (const [version, rows] of [
      [2, first],
      [restatedAs, restated],
      [newest, isWithdrawn ? first : restated],
    ] as const) {
      const week = await weekOf(version, factor)
      expect(week, `version ${version}`).toBeCloseTo(longShortOf(rows), 12)
    }
  })

  /** Reads a loaded file from the store itself: date, code, long, short. */
  async function rowsOfFile(name: string): Promise<[name: string, rows: string[][]]> {
    const { rows } = await client.query<{ content: Buffer; encoding: string | null }>(
      'select content, encoding from source_file join data_version on sha256 = source_sha256 where source_name = $1',
      [name],
    )
    const [{ content, encoding } = { content: Buffer.alloc(0), encoding: null }] = rows
    const text = (encoding === 'gzip' ? gunzipSync(content) : content).toString()
    return [
      name,
      text
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')),
    ]
  }
})

it('only adds to what the last release has, so that its program goes on until it is replaced', async () => {
  const { migrations } = releaseSchema.parse(JSON.parse(await readFile(`lib/testing/releases/0.2.0.json`, 'utf8')))
  const later = (await migrationNames()).filter((name) => !migrations.includes(name))
  for (const name of later) {
    const statements = (await readFile(`prisma/migrations/${name}/migration.sql`, 'utf8')).replaceAll(/--.*$/gm, '')
    expect(statements, name).not.toMatch(
      /drop\s+(table|column|type)|\brename\s+(to|column)|alter\s+column\s+\S+\s+(set\s+(data\s+)?type|type)/i,
    )
    // A new column without a value would refuse what the old program writes.
    expect(statements, name).not.toMatch(/add\s+column[^,;]*not\s+null(?![^,;]*default)/i)
  }
})

/** Runs `use` with a folder of these migrations alone. */
async function withMigrations(names: string[], use: (folder: string) => Promise<unknown>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-migrations-'))
  try {
    for (const name of names) await cp(`prisma/migrations/${name}`, join(folder, name), { recursive: true })
    await use(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Returns the long-short return of the last week as the summary of a version shows it. */
async function weekOf(version: number, code: string): Promise<number | null | undefined> {
  const days = await getReportDays(version)
  if (days === null) throw new Error(`version ${version} has no data`)
  const inputs = await getReportInputs({ version, locale: 'en', convention: 'arithmetic', asOf: AS_OF, days })
  const rows = buildSummary(inputs).table1.flatMap((family) => family.rows)
  return rows.find((row) => row.code === code)?.primary.week.value
}

/** Returns the same from rows of files, of which the later ones restate the earlier ones. */
function longShortOf(rows: string[][]): number {
  const days = new Map(
    rows.filter(([date = '', code]) => code === 'skewness' && date > '2024-08-23').map((row) => [row[0], row]),
  )
  const grown = (column: number) => [...days.values()].reduce((nav, row) => nav * (1 + Number(row[column])), 1)
  expect(days.size).toBe(5)
  return grown(2) - grown(3)
}
