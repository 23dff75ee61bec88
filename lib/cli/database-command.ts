/**
 * Runs `npm run import` and the other commands that need the store with the database of DATABASE_URL, of the
 * running instance, or one started for the command.
 */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { takeCommandTurn } from '@/lib/boot/command-turn'
import { explain } from '@/lib/boot/explain'
import type { Database } from '@/lib/boot/postgres/database'
import { findRunningDatabase, makeDataFolder, openEmbeddedDatabase } from '@/lib/boot/postgres/open-embedded'
import { isGiven, openGivenDatabase } from '@/lib/boot/postgres/open-given'
import { listenForStop } from '@/lib/boot/shutdown'
import { EnvironmentError, readEnv, withDatabaseUrl } from '@/lib/db/env'
import { applyMigrations } from '@/lib/db/migrations/apply-migrations'
import { programPath } from '@/lib/process/project-folder'

const [name = '', ...args] = process.argv.slice(2)
const signal = listenForStop([])

/** The exit codes of the programs, whose code 1 concerns their data. */
const EXIT = { badUsage: 2, databaseFailed: 3, interrupted: 130 } as const

process.exitCode = await run().catch((error) => {
  const exitCode = error instanceof EnvironmentError ? EXIT.badUsage : EXIT.databaseFailed
  const isJson = name === 'import' && args.includes('--json')
  if (isJson) console.log(JSON.stringify({ error: explain(error), exitCode, outcomes: [] }, null, 2))
  else console.error(explain(error))
  return exitCode
})
process.exit()

async function run(): Promise<number> {
  const env = readEnv(process.env)
  const folder = resolve(env.DATA_DIR)
  if (isGiven(env)) return runWith(await openGivenDatabase(env))
  await makeDataFolder(folder)
  const endTurn = await takeCommandTurn(folder, { signal, onWait: sayWaiting })
  if (endTurn === null) return sayStopped()
  try {
    const running = await findRunningDatabase(folder)
    if (running === null) return await runWith(await openEmbeddedDatabase(folder))
    // The server of `npm start` serves several commands at once.
    await endTurn()
    return await runOn(running)
  } finally {
    await endTurn()
  }
}

async function runWith(database: Database): Promise<number> {
  try {
    await applyMigrations(database.directUrl)
    return await runOn(database.url)
  } finally {
    await database.close()
  }
}

function sayWaiting(): void {
  console.error('Another command is using the store; this one waits until it is done.')
}

function sayStopped(): number {
  console.error('Stopped. Nothing was written.')
  return EXIT.interrupted
}

/**
 * Runs the program and returns its exit code. It runs in the user's current folder, so that file names are relative to
 * it.
 */
function runOn(databaseUrl: string): Promise<number> {
  if (signal.aborted) return Promise.resolve(sayStopped())
  const child = spawn(process.execPath, [programPath(`run-${name}`), ...args], {
    cwd: process.env.INIT_CWD,
    env: { ...process.env, ...withDatabaseUrl(databaseUrl) },
    stdio: 'inherit',
  })
  // The request to stop may have come while the database was being opened.
  if (signal.aborted) child.kill('SIGTERM')
  else signal.addEventListener('abort', () => child.kill('SIGTERM'))
  return new Promise((settle, reject) => child.on('error', reject).on('exit', (code) => settle(code ?? 1)))
}
