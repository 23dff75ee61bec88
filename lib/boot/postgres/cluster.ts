/** Creates, starts and stops a PostgreSQL cluster in a folder, with the programs of PostgreSQL. */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '@/lib/boot/refusal'
import { ProgramFailure, runProgram } from '@/lib/boot/run-program'
import { type Account, changeOwner } from './postgres-account'
import type { Programs } from './postgres-programs'

/** The folder, programs and account of a cluster. */
export interface Cluster {
  /** Absolute path of the folder that contains the cluster. */
  folder: string
  account: Account
  programs: Programs
}

const USER = 'factor_weekly'
const START_TIMEOUT_S = 60

export const dataFolder = ({ folder }: Cluster) => join(folder, 'postgres')
const passwordFile = ({ folder }: Cluster) => join(folder, 'postgres.password')
/** The output of the server since its start. */
export const logFile = ({ folder }: Cluster) => join(folder, 'postgres.log')

/** Returns whether the cluster has been created. */
export function clusterExists(cluster: Cluster): Promise<boolean> {
  return stat(join(dataFolder(cluster), 'PG_VERSION')).then(
    () => true,
    () => false,
  )
}

/**
 * Creates an empty cluster: UTF-8, sorted by code point on every system, with a password that only its owner can read.
 */
export async function createCluster(cluster: Cluster): Promise<void> {
  const { account, programs, folder } = cluster
  // Created under another name first, so that an interrupted attempt leaves no incomplete database.
  const unfinished = `${dataFolder(cluster)}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  await changeOwner(unfinished, account)
  await writeFile(passwordFile(cluster), randomBytes(24).toString('base64url'), { mode: 0o600 })
  await changeOwner(passwordFile(cluster), account)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = [`--username=${USER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile(cluster)}`]
  await runProgram(programs.initdb, [`--pgdata=${unfinished}`, ...locale, ...access], { account, cwd: folder })
  await rename(unfinished, dataFolder(cluster))
}

/**
 * Room for a million rows and their two indexes: with less memory, a load of them writes pages to disk to free buffers.
 */
const MEMORY = ['shared_buffers=256MB', 'wal_buffers=16MB']
const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'lc_messages=C', 'timezone=UTC', ...MEMORY]

/** Starts the cluster's server on `port` of 127.0.0.1 and returns once it accepts connections. `settings` such as `fsync=off`. */
export async function startCluster(cluster: Cluster, port: number, settings: string[] = []): Promise<void> {
  const { account, programs, folder } = cluster
  await writeFile(logFile(cluster), '')
  await changeOwner(logFile(cluster), account)
  const all = [...SETTINGS, ...settings]
  const options = [`-p ${port}`, ...all.map((setting) => `-c ${setting}`)].join(' ')
  const target = [`--pgdata=${dataFolder(cluster)}`, `--log=${logFile(cluster)}`, `--options=${options}`]
  const start = ['start', '--wait', `--timeout=${START_TIMEOUT_S}`, ...target]
  await runProgram(programs.pgCtl, start, { account, cwd: folder, output: 'ignore' }).catch(async (cause) => {
    if (!(cause instanceof ProgramFailure)) throw cause
    throw new ProgramFailure(`PostgreSQL did not start. ${await readFile(logFile(cluster), 'utf8')}`, { cause })
  })
}

/** Stops the server: open transactions are rolled back, everything committed is on disk. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  const { account, programs, folder } = cluster
  await runProgram(programs.pgCtl, ['stop', '--mode=fast', '--wait', `--pgdata=${dataFolder(cluster)}`], {
    account,
    cwd: folder,
  })
}

/** Returns the address of `database` on the cluster's server at `port`. */
export async function clusterUrl(cluster: Cluster, port: number, database: string): Promise<string> {
  const password = await readFile(passwordFile(cluster), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
    throw new Refusal(
      `The database's password is missing (${passwordFile(cluster)}): put the file back, or set DATA_DIR to another folder.`,
      { cause },
    )
  })
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`
}
