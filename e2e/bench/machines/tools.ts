/** The programs of other projects that the benchmark of several machines runs. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from '@/lib/boot/postgres/postgres-account'

const POSTGRES_FOLDER = '/usr/lib/postgresql'
const PATH = (process.env.PATH ?? '').split(':').concat('/usr/sbin', '/usr/local/sbin')
const PATIENCE_MS = 20_000
const RETRY_MS = 50

export interface Tools {
  initdb: string
  postgres: string
  pgBaseBackup: string
  pgbouncer: string
  haproxy: string
}

/** Finds the programs. Throws an Error that says which packages are missing. */
export function findTools(): Tools {
  const bin = newestPostgres()
  const [pgbouncer, haproxy] = [onPath('pgbouncer'), onPath('haproxy')]
  if (bin === null || pgbouncer === null || haproxy === null) {
    throw new Error(
      'This benchmark needs PostgreSQL, pgbouncer and HAProxy: apt-get install postgresql-15 pgbouncer haproxy.',
    )
  }
  const [initdb, postgres, pgBaseBackup] = ['initdb', 'postgres', 'pg_basebackup'].map((name) => join(bin, name))
  return { initdb: initdb ?? '', postgres: postgres ?? '', pgBaseBackup: pgBaseBackup ?? '', pgbouncer, haproxy }
}

function newestPostgres(): string | null {
  if (!existsSync(POSTGRES_FOLDER)) return null
  const majors = readdirSync(POSTGRES_FOLDER).sort((a, b) => Number(b) - Number(a))
  return (
    majors.map((major) => join(POSTGRES_FOLDER, major, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null
  )
}

function onPath(name: string): string | null {
  return PATH.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null
}

/** A program that runs until it is ended. */
export interface Running {
  child: ChildProcess
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<void>
}

/** Starts a server program and waits until its port accepts connections. Throws an Error with its output otherwise. */
export async function startProgram(
  program: string,
  args: string[],
  { account, port, cwd }: { account: Account; port: number; cwd: string },
): Promise<Running> {
  const child = spawn(program, args, { ...account, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const output of [child.stdout, child.stderr]) {
    output.on('data', (chunk: Buffer) => {
      printed = `${printed}${chunk}`.slice(-2_000)
    })
  }
  const ended = new Promise<void>((settle) => child.once('close', () => settle()))
  const deadline = performance.now() + PATIENCE_MS
  while (!(await accepts(port))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`${program} did not start. ${printed}`)
    }
    await sleep(RETRY_MS)
  }
  return {
    child,
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await ended
    },
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      settle(true)
    })
    socket.on('error', () => settle(false))
  })
}
