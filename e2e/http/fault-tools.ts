/** What tests of faults need to know of an instance with an embedded database, by its data folder. */
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { programPath } from '@/lib/process/project-folder'
import { IS_LONG_RUN } from '@/lib/testing/run/run-mode'

/** Returns the process id of PostgreSQL. */
export async function postmaster(folder: string): Promise<number> {
  return Number((await postmasterLines(folder))[0])
}

async function postmasterLines(folder: string): Promise<string[]> {
  return (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
}

/** Returns the sessions and other processes of PostgreSQL whose title contains a text. */
export async function processesOf(folder: string, title: string): Promise<number[]> {
  return childrenOf(await postmaster(folder), title)
}

/** Returns the processes below one whose command line contains a text. */
export function childrenOf(pid: number, command: string): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' }).trim().split('\n')
  const all = lines.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)?.slice(1) ?? [])
  const below = (parent: number): string[][] =>
    all.filter(([, of]) => Number(of) === parent).flatMap((child) => [child, ...below(Number(child[0]))])
  return below(pid).flatMap(([child, , line]) => (line?.includes(command) ? [Number(child)] : []))
}

/** Returns the address of the store. */
export async function storeUrl(folder: string): Promise<string> {
  const read = [readFile(join(folder, 'postgres.password'), 'utf8'), postmasterLines(folder)] as const
  const [password, lines] = await Promise.all(read)
  return `postgresql://factor_weekly:${password}@127.0.0.1:${lines[3]}/factor_weekly`
}

export async function connect(folder: string): Promise<Client> {
  const client = new Client({ connectionString: await storeUrl(folder) })
  await client.connect()
  return client
}

/** Runs a command on the store and returns what it prints. */
export function runCommand(folder: string, name: string): string {
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: resolve(folder) }
  return execFileSync(process.execPath, [programPath('database-command'), name], { env, encoding: 'utf8' })
}

/** Returns whether this account may mount a disk in memory, as root in most containers may not. */
export function mountsDisks(): boolean {
  if (!IS_LONG_RUN || process.getuid?.() !== 0) return false
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
