import { chmod, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { explainDeath } from '@/lib/boot/explain'
import { freePort } from '@/lib/boot/port'
import { Refusal } from '@/lib/boot/refusal'
import { ProgramFailure } from '@/lib/boot/run-program'
import {
  type Cluster,
  clusterExists,
  clusterUrl,
  createCluster,
  dataFolder,
  logFile,
  startCluster,
  stopCluster,
} from './cluster'
import type { Database } from './database'
import { createDatabase } from './databases'
import { canEnter, postgresAccount } from './postgres-account'
import { findPrograms } from './postgres-programs'
import { findPostmaster, type Postmaster } from './postmaster'
import { checkServer } from './server-settings'

const DATABASE = 'factor_weekly'
/** Advisory lock of the process that owns the server. It ends with the connection of that process. */
const OWNER_LOCK = 7_310_000
const START_PATIENCE_MS = 10_000
const CLAIM_PATIENCE_MS = 3_000
const RETRY_MS = 100

/**
 * Starts the embedded PostgreSQL on `folder` (absolute), which is created if missing, and makes this process its owner.
 * Takes over a server whose owner has ended. Throws a Refusal when the folder cannot be used or another process owns
 * it.
 */
export async function openEmbeddedDatabase(folder: string): Promise<Database> {
  const cluster = await openFolder(folder)
  const isNew = !(await clusterExists(cluster))
  if (isNew) await createCluster(cluster)
  await checkMajor(cluster)
  const orphan = await findPostmaster(cluster)
  const postmaster = orphan ?? (await startServer(cluster))
  const origin = orphan ? 'taken over' : isNew ? 'created' : 'started'
  const note = `embedded ${cluster.programs.major}, ${origin} on port ${postmaster.port}`
  return claim(cluster, postmaster, note).catch(async (error) => {
    if (!orphan) await stopCluster(cluster)
    throw error
  })
}

/** Returns the address of the server that another process runs on `folder`, or null. */
export async function findRunningDatabase(folder: string): Promise<string | null> {
  const cluster = await openFolder(folder)
  const running = (await clusterExists(cluster)) ? await findPostmaster(cluster) : null
  return running ? clusterUrl(cluster, running.port, DATABASE) : null
}

/** Creates `folder` (absolute) if it is missing, so that the account of PostgreSQL may enter it. */
export async function makeDataFolder(folder: string): Promise<void> {
  const isNew = (await mkdir(folder, { recursive: true })) !== undefined
  if (isNew && postgresAccount().uid !== undefined) await chmod(folder, 0o711)
}

async function openFolder(folder: string): Promise<Cluster> {
  const account = postgresAccount()
  await makeDataFolder(folder)
  if (!(await canEnter(folder, account))) {
    throw new Refusal(
      `PostgreSQL does not run as root, and its account "postgres" may not enter ${folder}: set DATA_DIR to a folder outside root's home, such as DATA_DIR=/var/lib/factor-weekly.`,
    )
  }
  return { folder, account, programs: await findPrograms(account, folder) }
}

async function checkMajor(cluster: Cluster): Promise<void> {
  const major = (await readFile(join(dataFolder(cluster), 'PG_VERSION'), 'utf8')).trim()
  if (Number(major) === cluster.programs.major) return
  throw new Refusal(
    `${dataFolder(cluster)} was written by PostgreSQL ${major}, and this is ${cluster.programs.major}: set DATA_DIR to another folder and import the data again, or set DATABASE_URL to a PostgreSQL ${major}.`,
  )
}

/** Starts the server, with retries: sessions of a killed server end late, and another program may take the port. */
async function startServer(cluster: Cluster): Promise<Postmaster> {
  const deadline = Date.now() + START_PATIENCE_MS
  while (!(await starts(cluster, deadline))) await sleep(RETRY_MS)
  const postmaster = await findPostmaster(cluster)
  if (!postmaster) throw new Error(`The PostgreSQL of ${cluster.folder} ended as soon as it had started.`)
  return postmaster
}

async function starts(cluster: Cluster, deadline: number): Promise<boolean> {
  try {
    await startCluster(cluster, await freePort())
    return true
  } catch (error) {
    const passes = error instanceof ProgramFailure && /pre-existing shared memory|could not bind/.test(error.message)
    if (passes && Date.now() < deadline) return false
    throw error
  }
}

/** Connects as the owner, creates the database if missing, and watches the server. */
async function claim(cluster: Cluster, { pid, port }: Postmaster, note: string): Promise<Database> {
  const owner = await connectOwner(cluster, port)
  const url = await clusterUrl(cluster, port, DATABASE)
  await checkServer(owner.client)
  const { rowCount } = await owner.client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
  if (rowCount === 0) await createDatabase(url)
  const watch = watchServer(cluster, owner)
  const close = async () => {
    await watch.end()
    if (!(await findPostmaster(cluster))) throw new Refusal(await readDeath(cluster))
    await stopCluster(cluster)
  }
  return { url, directUrl: url, note, lost: watch.lost, close, kill: () => process.kill(pid, 'SIGQUIT') }
}

interface Owner {
  client: Client
  /** Resolves when the connection is lost. */
  lost: Promise<unknown>
}

/** Connects and takes the lock of the owner. */
async function connectOwner(cluster: Cluster, port: number): Promise<Owner> {
  const client = new Client({
    connectionString: await clusterUrl(cluster, port, 'postgres'),
    connectionTimeoutMillis: START_PATIENCE_MS,
    keepAlive: true,
  })
  await client.connect()
  const lost = new Promise((resolve) => client.on('error', resolve))
  await takeLock(client, cluster)
  return { client, lost }
}

/**
 * Watches the server by the connection of the owner. When any of its sessions is killed, the server ends all of them and
 * recovers: the owner then connects again. `lost` resolves with the reason when the server itself has ended.
 */
function watchServer(cluster: Cluster, first: Owner): { lost: Promise<string>; end(): Promise<void> } {
  let owner = first
  let isEnding = false
  const watch = async (): Promise<string> => {
    for (;;) {
      await owner.lost
      const server = isEnding ? null : await findPostmaster(cluster)
      if (server === null) return readDeath(cluster)
      owner = await connectOwner(cluster, server.port)
    }
  }
  const lost = watch().catch((error: Error) => error.message)
  const end = async () => {
    isEnding = true
    await owner.client.end()
  }
  return { lost, end }
}

async function readDeath(cluster: Cluster): Promise<string> {
  return explainDeath(await readFile(logFile(cluster), 'utf8'), cluster.folder)
}

/** Takes the lock, with retries: the lock of a killed owner is released late. */
async function takeLock(owner: Client, { folder }: Cluster): Promise<void> {
  const deadline = Date.now() + CLAIM_PATIENCE_MS
  while (Date.now() < deadline) {
    const { rows } = await owner.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [OWNER_LOCK])
    if (rows[0]?.taken) return
    await sleep(RETRY_MS)
  }
  await owner.end()
  throw new Refusal(`Factor Weekly is already running on ${folder}: stop it first, or set DATA_DIR to another folder.`)
}
