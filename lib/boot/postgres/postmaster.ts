/** The server process of a cluster, as its file postmaster.pid tells: also one that outlived whoever started it. */
import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { platform } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { type Cluster, clusterUrl, dataFolder } from './cluster'

export interface Postmaster {
  pid: number
  /** On 127.0.0.1. */
  port: number
}

const PATIENCE_MS = 15_000
const RETRY_MS = 100

/**
 * The server that runs on the cluster now, ready for connections, or null. Waits for one that is starting or stopping.
 * Removes the file of one whose process id belongs to another program by now, which PostgreSQL would not dare to.
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

/** What postmaster.pid says: the process id in its first line and the port in its fourth. */
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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether the server at `port` is this cluster's: it takes the cluster's password. */
async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = new Client({ connectionString: await clusterUrl(cluster, port, 'postgres') })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    // Not yet, no longer, or another server on a port that was ours: told apart by the process.
    return false
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  return basename(await programOf(pid)).startsWith('postgres')
}

/** Name of the program that a process runs; empty when the process has ended, collected by its parent or not (Z). */
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
