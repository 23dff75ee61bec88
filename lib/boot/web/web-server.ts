import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { lstatSync, mkdirSync, rmSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { Refusal } from '@/lib/boot/refusal'
import { readEnv, withDatabaseUrl } from '@/lib/db/env'
import { logError, logWarning } from '@/lib/log/log'
import { programPath } from '@/lib/process/project-folder'
import { makeTemporaryFolder } from '@/lib/process/temporary-folder'
import { sharesOf } from './connection-shares'
import { listens } from './next/listens'
import { isSilent, SILENT_MS } from './next/silence'

const NEXT = 'node_modules/next/dist/bin/next'
const READY_TIMEOUT_MS = 60_000
const RETRY_MS = 50
const STOP_PATIENCE_MS = 5_000
/** When the process of Next ends by itself more often than this in a minute, the server ends too. */
const ENDS_MAX = 3
const MINUTE_MS = 60_000

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

/**
 * Starts the server and returns once it answers: in production our own server (front-server.ts) and, behind it, the process of
 * Next (next/next-server.ts), which is started again when it ends or falls silent; in development Next alone, since its hot reload loops
 * behind another server. Throws an Error with the output when it ends before.
 */
export async function startWebServer(options: Options): Promise<WebServer> {
  const { host, port } = options
  const { server, isReady, show } = await (options.mode === 'dev' ? startDevServer(options) : startBoth(options))
  const answers = async () => (await isHealthy(host, port)) && isReady()
  await Promise.race([until(answers), server.exited.then(failEarly)]).catch(async (error) => {
    await server.stop()
    throw error
  })
  show()
  return server
}

interface Started {
  server: WebServer
  /** Returns whether what does not answer health checks is ready as well. */
  isReady(): Promise<boolean>
  /** Passes the output on that was held back until the server is ready. */
  show(): void
}

/** Instead of 127.0.0.1 Next gets `localhost`; lib/boot/README.md explains why. */
async function startDevServer({ host, port, databaseUrl }: Options): Promise<Started> {
  const name = host === '127.0.0.1' ? 'localhost' : host
  const args = ['--dns-result-order=ipv4first', NEXT, 'dev', '-H', name, '-p', `${port}`]
  const env = { ...withDatabaseUrl(databaseUrl), NODE_ENV: 'development' }
  const server = new OwnProcess(args, { env, output: 'pipe' })
  return { server, isReady: async () => true, show: () => server.show() }
}

async function startBoth({ host, port, databaseUrl }: Options): Promise<Started> {
  const { path, prepare, remove } = await makeSocketPath()
  const { LOG_FORMAT, DATABASE_CONNECTIONS } = readEnv(process.env)
  const shares = sharesOf(DATABASE_CONNECTIONS)
  const start = (program: string, args: string[], connections: number) => {
    const env = { ...withDatabaseUrl(databaseUrl), NODE_ENV: 'production', DATABASE_CONNECTIONS: `${connections}` }
    return new OwnProcess([programPath(program), ...args], {
      env,
      output: LOG_FORMAT === 'json' ? 'inherit' : 'ignore',
    })
  }
  const startNext = () => {
    prepare()
    const own = start('next-server', [`${port}`, path], shares.pages)
    void endWhenSilent(own, path)
    return own
  }
  const front = start('front-server', [host, `${port}`, path], shares.front)
  let next = startNext()
  let [wasReady, isStopping] = [false, false]
  const ends: number[] = []
  const watch = async (): Promise<void> => {
    const how = await next.exited
    if (isStopping) return
    ends.push(performance.now())
    const isOften = ends.filter((at) => performance.now() - at < MINUTE_MS).length > ENDS_MAX
    // The server in front then ends too, and whoever started it says so.
    if (!wasReady || isOften) return front.kill()
    logWarning(`The process of Next ended by itself (${how}) and is started again`)
    try {
      next = startNext()
    } catch (error) {
      logError('The process of Next cannot be started again', error)
      return front.kill()
    }
    return watch()
  }
  const watched = watch()
  const end = async (): Promise<void> => {
    isStopping = true
    await next.stop()
    await watched
    await remove()
  }
  const exited = front.exited.then(async (how) => {
    await end()
    return how
  })
  const stop = async (): Promise<void> => {
    isStopping = true
    await front.stop()
    await exited
  }
  const kill = () => {
    isStopping = true
    for (const child of [front, next]) child.kill()
  }
  const isReady = async () => {
    wasReady ||= await listens(path)
    return wasReady
  }
  return { server: { exited, stop, kill }, isReady, show: () => {} }
}

/** Ends the process of Next when it does not answer any more, so that it is started again. */
async function endWhenSilent(own: OwnProcess, socketPath: string): Promise<void> {
  const ended = new AbortController()
  void own.exited.finally(() => ended.abort())
  if (!(await isSilent(socketPath, { ended: ended.signal }))) return
  logWarning(`The process of Next has not answered for ${SILENT_MS / 1_000} s and is ended`)
  own.kill()
}

/** The shortest limit that systems have: a longer path is cut, and would name another file. */
const SOCKET_PATH_MAX_BYTES = 103

interface SocketPath {
  path: string
  /** Lets a process listen there, whatever one that was killed has left, or a cleaner of temporary files has not. */
  prepare(): void
  remove(): Promise<void>
}

/** Returns a path that the processes of one server share, and nobody else can write to. */
async function makeSocketPath(): Promise<SocketPath> {
  if (platform() === 'win32') {
    return { path: `\\\\.\\pipe\\factor-weekly-${randomUUID()}`, prepare: () => {}, remove: async () => {} }
  }
  const { folder, remove } = await makeTemporaryFolder('socket')
  const path = join(folder, 'next')
  const prepare = () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // Somebody else may have made it meanwhile, and would then reach the process.
    if (lstatSync(folder).uid !== process.getuid?.())
      throw new Refusal(`${folder} belongs to another account: remove it.`)
    rmSync(path, { force: true })
  }
  if (Buffer.byteLength(path) <= SOCKET_PATH_MAX_BYTES) return { path, prepare, remove }
  await remove()
  throw new Refusal(
    `The folder for temporary files has too long a path for a socket (${path}): set TMPDIR to a shorter one.`,
  )
}

interface Settings {
  env: NodeJS.ProcessEnv | Record<string, string>
  /** What becomes of its standard output: shown once it is ready, passed on, or dropped. */
  output: 'pipe' | 'inherit' | 'ignore'
}

/** A child process that ends with this one. */
class OwnProcess implements WebServer {
  readonly #child: ChildProcess
  readonly exited: Promise<string>

  constructor(args: string[], { env, output }: Settings) {
    const exitWithParent = pathToFileURL(programPath('exit-with-parent')).href
    const child = spawn(process.execPath, ['--import', exitWithParent, ...args], {
      env: { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', output, 'inherit', 'ipc'],
      // Ctrl-C of a terminal reaches only this process, which stops the server before the database.
      detached: platform() !== 'win32',
    })
    this.#child = child
    this.exited = new Promise((settle, reject) => {
      child.on('error', reject)
      child.on('exit', (code, signal) => settle(`${code ?? signal}`))
    })
  }

  show(): void {
    this.#child.stdout?.pipe(process.stdout)
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM')
    const late = setTimeout(() => this.kill(), STOP_PATIENCE_MS)
    await this.exited
    clearTimeout(late)
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }
}

function failEarly(how: string): never {
  throw new Refusal(`The web server ended before it was ready (${how}): see above for why, and start again.`)
}

async function until(isReady: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS
  while (Date.now() < deadline) {
    if (await isReady()) return
    await sleep(RETRY_MS)
  }
  throw new Error(`The web server did not answer within ${READY_TIMEOUT_MS / 1000} s.`)
}

async function isHealthy(host: string, port: number): Promise<boolean> {
  const answer = await fetch(`http://${reachable(host)}:${port}/healthz`).catch(() => null)
  return answer?.ok === true
}

/** Returns a name or address by which this machine reaches a server that listens on `host`. */
export function reachable(host: string): string {
  // By number: a container may not know the name localhost.
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
