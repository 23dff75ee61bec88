/**
 * Vitest's global set-up for a run: bundles the programs that tests start, starts one PostgreSQL with a migrated, empty
 * database to copy for each test, and makes a folder for shared files and the seed of the samples.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { bundle, bundlePrograms } from '@/lib/boot/build/bundle-programs.mjs'
import { TEST_PROGRAMS } from '@/lib/boot/build/programs.mjs'
import { freePort } from '@/lib/boot/port'
import { type Cluster, clusterUrl, createCluster, startCluster, stopCluster } from '@/lib/boot/postgres/cluster'
import { createDatabase, dropDatabase, randomDatabaseName, withDatabase } from '@/lib/boot/postgres/databases'
import { postgresAccount } from '@/lib/boot/postgres/postgres-account'
import { findPrograms } from '@/lib/boot/postgres/postgres-programs'
import { applyMigrations } from '@/lib/db/migrations/apply-migrations'
import { IS_LONG_RUN, TEST_SEED } from '@/lib/testing/run/run-mode'
import { filledTemplateUrls } from './template-urls'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the migrated, empty database that is copied for each test. */
    templateUrl: string
    /** Folder of this run, for files that one test file writes and others read. */
    sharedFolder: string
  }
}

interface TestServer {
  url: string
  close(): Promise<void>
}

// A test database need not survive a power failure.
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  announce()
  const sharedFolder = await mkdtemp(join(tmpdir(), 'factor-weekly-shared-'))
  project.provide('sharedFolder', sharedFolder)
  await bundlePrograms()
  await bundle(TEST_PROGRAMS)
  const server = await openServer()
  const templateUrl = withDatabase(server.url, randomDatabaseName())
  await createDatabase(templateUrl)
  await applyMigrations(templateUrl)
  project.provide('templateUrl', templateUrl)
  return async () => {
    for (const url of [...filledTemplateUrls(templateUrl), templateUrl]) await dropDatabase(url)
    await server.close()
    await rm(sharedFolder, { recursive: true })
  }
}

/** Passes the seed to all workers, and prints how to repeat this run. */
function announce(): void {
  process.env.TEST_SEED = TEST_SEED
  console.log(
    IS_LONG_RUN ? 'Long run: every exhaustive form, no samples.' : `Samples: TEST_SEED=${TEST_SEED} repeats them.`,
  )
}

/** Returns the server of TEST_DATABASE_URL if set, or an embedded one in a temporary folder. */
async function openServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, close: async () => undefined }
  const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-test-'))
  const removeFolder = () => rm(folder, { recursive: true, force: true })
  try {
    return await startInFolder(folder, removeFolder)
  } catch (error) {
    await removeFolder()
    throw error
  }
}

async function startInFolder(folder: string, removeFolder: () => Promise<void>): Promise<TestServer> {
  await chmod(folder, 0o711)
  const account = postgresAccount()
  const cluster: Cluster = { folder, account, programs: await findPrograms(account, folder) }
  await createCluster(cluster)
  const port = await freePort()
  await startCluster(cluster, port, FAST)
  const close = () => stopCluster(cluster).then(removeFolder)
  const url = await clusterUrl(cluster, port, 'postgres')
  await hashPasswordOnce(url)
  return { url, close }
}

/**
 * Stores the password with one round of hashing instead of 4,096. Tests open thousands of connections, and the rounds
 * took two thirds of the time of each.
 */
async function hashPasswordOnce(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const password = client.escapeLiteral(decodeURIComponent(new URL(url).password))
    await client.query(`set scram_iterations = 1; alter role current_user password ${password}`)
  } finally {
    await client.end()
  }
}
