import { type ChildProcess, spawn } from 'node:child_process'
import { platform } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { Refusal } from '@/lib/boot/refusal'
import { programPath } from '@/lib/process/project-folder'

const NEXT = 'node_modules/next/dist/bin/next'
const READY_TIMEOUT_MS = 60_000
const RETRY_MS = 50
const STOP_PATIENCE_MS = 5_000

export interface WebServer {
  /** Settles, with how, when it ends by itself or otherwise. */
  exited: Promise<string>
  /** Lets requests under way end, for a while. */
  stop(): Promise<void>
  kill(): void
}

interface Options {
  mode: 'start' | 'dev'
  host: string
  port: number
  databaseUrl: string
}

/** Starts Next and returns once it answers. Throws an Error with what it said when it ends before. */
export async function startWebServer({ mode, host, port, databaseUrl }: Options): Promise<WebServer> {
  const exitWithParent = pathToFileURL(programPath('exit-with-parent')).href
  const child = spawn(process.execPath, ['--import', exitWithParent, ...programOf(mode, host, port)], {
    env: { ...process.env, ...nodeEnv(mode), DATABASE_URL: databaseUrl, NEXT_TELEMETRY_DISABLED: '1' },
    // In development what Next says is wanted; a server in use writes its errors alone.
    stdio: ['ignore', mode === 'dev' ? 'pipe' : 'ignore', 'inherit', 'ipc'],
    // Ctrl-C of a terminal reaches this process alone, which stops the server before the database.
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
 * Next behind our own server; in development Next's own one, since behind another its hot reload goes round in circles.
 * That one is told `localhost` where it is to listen on 127.0.0.1: next-server.mjs says why.
 */
function programOf(mode: Options['mode'], host: string, port: number): string[] {
  if (mode === 'start') return [programPath('next-server'), host, `${port}`]
  return ['--dns-result-order=ipv4first', NEXT, 'dev', '-H', host === '127.0.0.1' ? 'localhost' : host, '-p', `${port}`]
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

/** An address by which this machine reaches a server that listens on `host`. */
export function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

async function stop(child: ChildProcess, exited: Promise<string>): Promise<void> {
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS)
  await exited
  clearTimeout(late)
}
