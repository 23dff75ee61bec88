import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { freePort } from '@/lib/boot/port'
import { programPath } from '@/lib/process/project-folder'
import { TEST_TODAY } from './test-today'

const readySchema = z.object({ address: z.string() })

/** An instance as started by `npm start`. */
interface TestInstance {
  address: string
  /** Process id of `npm start`'s program, whose children are the web server and PostgreSQL. */
  pid: number
  /** Resolves with its exit code, or the signal that killed it. */
  ended: Promise<number | string>
  /** Stops it with SIGTERM. Throws an Error unless it ends cleanly. */
  stop(): Promise<void>
}

/**
 * Runs `use` against an instance as started by `npm start`, with a separate port and data folder, and then removes
 * both. `settings` are environment variables of the instance.
 */
export async function withInstance<Result>(
  use: (address: string) => Promise<Result>,
  settings: Record<string, string> = {},
): Promise<Result> {
  const folder = await makeInstanceFolder()
  try {
    const instance = await startInstance(folder, settings)
    return await use(instance.address).finally(instance.stop)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Makes a data folder for an instance. */
export async function makeInstanceFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-e2e-'))
  await chmod(folder, 0o711)
  return folder
}

/** Starts an instance on a data folder and a free port, and returns it when it is ready. */
export async function startInstance(folder: string, settings: Record<string, string> = {}): Promise<TestInstance> {
  const env = {
    ...process.env,
    DATABASE_URL: '',
    DATA_DIR: folder,
    HOST: '',
    LOAD_DEMO: '',
    FACTOR_WEEKLY_TODAY: TEST_TODAY,
    PORT: `${await freePort()}`,
    ...settings,
  }
  const child = fork(programPath('serve'), ['start'], { execArgv: [], env })
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal)
  const address = await untilReady(child).catch(async (error) => {
    await stop(child).catch(() => undefined)
    throw error
  })
  return { address, pid: Number(child.pid), ended, stop: () => stop(child) }
}

async function untilReady(instance: ChildProcess): Promise<string> {
  const failed = once(instance, 'exit').then(([code]) => {
    throw new Error(`The instance ended before it was ready (${code}).`)
  })
  const [message] = await Promise.race([once(instance, 'message'), failed])
  return readySchema.parse(message).address
}

async function stop(instance: ChildProcess): Promise<void> {
  if (instance.exitCode !== null || instance.signalCode !== null) return
  instance.kill('SIGTERM')
  const [code] = await once(instance, 'exit')
  if (code !== 0) throw new Error(`The instance ended with ${code} on SIGTERM.`)
}
