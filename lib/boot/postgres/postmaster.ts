/**
 * Finds the server process of a cluster by its file postmaster.pid, even when the process that started it has ended.
 */
import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { platform } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { isAlive } from '@/lib/process/is-alive'
import { type Cluster, clusterUrl, dataFolder } from './cluster'

export interface Postmaster {
  pid: number
  /** On 127.0.0.1. */
  port: number
}

const PATIENCE_MS = 15_000
const RETRY_MS = 100
const CONNECT_TIMEOUT_MS = 5_000

/**
 * Returns the server that runs on the cluster, ready for connections, or null. Waits for a server that is starting or
 * stopping. Removes postmaster.pid if its process id now belongs to another program; PostgreSQL itself does not.
 */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | null> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    const postmaster = await readPostmaster(cluster)
    if (!postmaster || !isAlive(postmaster.pid)) return null
    if (await answers(cluster, postmaster.port)) return postmaster
    if (!(await isPostgres(postmaster.pid))) {
      await rm(pidFile(cluster), { force: true })
      return null
    }
    await sleep(RETRY_MS)
  }
  throw new Error(`The PostgreSQL of ${dataFolder(cluster)} runs, but does not answer: stop it and start again.`)
}

/** Reads postmaster.pid: the process id is in its first line, the port in its fourth. */
async function readPostmaster(cluster: Cluster): Promise<Postmaster | null> {
  const lines = await readFile(pidFile(cluster), 'utf8').then(
    (text) => text.split('\n'),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  const [pid, , , port] = lines.map(Number)
  return pid && port ? { pid, port } : null
}

const pidFile = (cluster: Cluster) => join(dataFolder(cluster), 'postmaster.pid')

/** Returns whether the server at `port` accepts the cluster's password, so that it belongs to this cluster. */
async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = new Client({
    connectionString: await clusterUrl(cluster, port, 'postgres'),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    // The server is starting, has stopped, or is another one on the old port; the caller checks the process.
    return false
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  return basename(await programOf(pid)).startsWith('postgres')
}

/** Returns the name of the program of a process; empty when it has ended, also as a zombie (Z). */
async function programOf(pid: number): Promise<string> {
  if (platform() === 'linux') {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    return /^\d+ \((.*)\) [^Z]/s.exec(line)?.[1] ?? ''
  }
  const [program, ...args] =
    platform() === 'win32'
      ? ['tasklist', '/nh', '/fo', 'csv', '/fi', `pid eq ${pid}`]
      : ['ps', '-o', 'comm=', '-p', `${pid}`]
  if (!program) return ''
  const { stdout } = await promisify(execFile)(program, args).catch(() => ({ stdout: '' }))
  return stdout.trim().replace(/^"/, '')
}
