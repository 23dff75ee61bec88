import { type ChildProcess, spawn } from 'node:child_process'
import { platform } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { Refusal } from '@/lib/boot/refusal'
import { readEnv, withDatabaseUrl } from '@/lib/db/env'
import { programPath } from '@/lib/process/project-folder'

const NEXT = 'node_modules/next/dist/bin/next'
const READY_TIMEOUT_MS = 60_000
const RETRY_MS = 50
const STOP_PATIENCE_MS = 5_000

export interface WebServer {
  /** Resolves with the reason when the server ends. */
  exited: Promise<string>
  /** Stops the server; requests in progress may finish for a few seconds. */
  stop(): Promise<void>
  kill(): void
}

interface Options {
  mode: 'start' | 'dev'
  host: string
  port: number
  databaseUrl: string
}

/** Starts Next and returns once it answers. Throws an Error with its output when it ends before. */
export async function startWebServer({ mode, host, port, databaseUrl }: Options): Promise<WebServer> {
  const exitWithParent = pathToFileURL(programPath('exit-with-parent')).href
  const child = spawn(process.execPath, ['--import', exitWithParent, ...programOf(mode, host, port)], {
    env: { ...process.env, ...nodeEnv(mode), ...withDatabaseUrl(databaseUrl), NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', outputOf(mode), 'inherit', 'ipc'],
    // Ctrl-C of a terminal reaches only this process, which stops the server before the database.
    detached: platform() !== 'win32',
  })
  const exited = new Promise<string>((settle, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => settle(`${code ?? signal}`))
  })
  const server = { exited, stop: () => stop(child, exited), kill: () => child.kill('SIGKILL') }
  await Promise.race([untilReady(host, port), exited.then(failEarly)]).catch(async (error) => {
    await server.stop()
    throw error
  })
  child.stdout?.pipe(process.stdout)
  return server
}

/**
 * Returns the command that starts Next. In production our own server (next-server.ts) is in front of it; in
 * development Next runs alone, since its hot reload loops behind another server. Instead of 127.0.0.1 Next gets
 * `localhost`; lib/boot/README.md explains why.
 */
function programOf(mode: Options['mode'], host: string, port: number): string[] {
  if (mode === 'start') return [programPath('next-server'), host, `${port}`]
  return ['--dns-result-order=ipv4first', NEXT, 'dev', '-H', host === '127.0.0.1' ? 'localhost' : host, '-p', `${port}`]
}

/** Returns where Next's output goes: in development it is shown once Next is ready; in production only as JSON. */
function outputOf(mode: Options['mode']): 'pipe' | 'inherit' | 'ignore' {
  if (mode === 'dev') return 'pipe'
  return readEnv(process.env).LOG_FORMAT === 'json' ? 'inherit' : 'ignore'
}

function nodeEnv(mode: Options['mode']) {
  return { NODE_ENV: mode === 'dev' ? 'development' : 'production' } as const
}

function failEarly(how: string): never {
  throw new Refusal(`The web server ended before it was ready (${how}): see above for why, and start again.`)
}

async function untilReady(host: string, port: number): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS
  while (Date.now() < deadline) {
    const answer = await fetch(`http://${reachable(host)}:${port}/healthz`).catch(() => null)
    if (answer?.ok) return
    await sleep(RETRY_MS)
  }
  throw new Error(`The web server did not answer within ${READY_TIMEOUT_MS / 1000} s.`)
}

/** Returns a name or address by which this machine reaches a server that listens on `host`. */
export function reachable(host: string): string {
  // By number: a container may not know the name localhost.
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

async function stop(child: ChildProcess, exited: Promise<string>): Promise<void> {
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS)
  await exited
  clearTimeout(late)
}
