/** `npm start` and `npm run dev`: build, database, data, server; and the way back when it is to stop. */
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { env } from '@/lib/env'
import { ensureBuilt } from '@/lib/server/build'
import type { Database } from '@/lib/server/database'
import { explain } from '@/lib/server/explain'
import { openEmbeddedDatabase } from '@/lib/server/open-embedded'
import { openGivenDatabase } from '@/lib/server/open-given'
import { isPortFree } from '@/lib/server/port'
import { prepareDatabase } from '@/lib/server/prepare-database'
import { Refusal } from '@/lib/server/refusal'
import { aborted, type Forced, listenForStop } from '@/lib/server/shutdown'
import { step } from '@/lib/server/step.mjs'
import { reachable, startWebServer } from '@/lib/server/web-server'

const PORT_PATIENCE_MS = 3_000
const RETRY_MS = 100

const { HOST: host, PORT: port, DATABASE_URL, DATA_DIR, LOAD_DEMO } = env
const mode = process.argv[2] === 'dev' ? 'dev' : 'start'
const forced: Forced[] = []
const signal = listenForStop(forced)

// Whoever reads what we print may be gone before the database has been stopped.
process.stdout.on('error', () => undefined)
process.stderr.on('error', () => undefined)

await serve().catch((error) => {
  if (signal.aborted) return
  console.error(explain(error))
  process.exitCode = 1
})
process.exit()

async function serve(): Promise<void> {
  await checkPort()
  if (DATABASE_URL) await (await openGivenDatabase(DATABASE_URL)).close()
  if (mode === 'start') await ensureBuilt(signal)
  signal.throwIfAborted()
  const database = await step('PostgreSQL', openDatabase, ({ note }) => note)
  forced.push(database)
  try {
    await prepareDatabase(database.url, { demo: LOAD_DEMO, signal })
    signal.throwIfAborted()
    await serveFrom(database)
  } finally {
    await database.close()
  }
}

function openDatabase(): Promise<Database> {
  return DATABASE_URL ? openGivenDatabase(DATABASE_URL) : openEmbeddedDatabase(resolve(DATA_DIR))
}

/** Serves until it is to stop. Throws when the server or the database ends by itself. */
async function serveFrom(database: Database): Promise<void> {
  const start = () => startWebServer({ mode, host, port, databaseUrl: database.url })
  const server = await step('server', start, () => 'ready')
  forced.push(server)
  try {
    announce()
    const end = await Promise.race([
      aborted(signal),
      server.exited.then(serverEnded),
      database.lost.then(databaseEnded),
    ])
    if (end) throw end
  } finally {
    await server.stop()
  }
}

function announce(): void {
  const address = `http://${host === '127.0.0.1' ? 'localhost' : reachable(host)}:${port}`
  console.log(`\n  ${address}/    中文\n  ${address}/en  English\n\n  Ctrl-C stops it.`)
  process.send?.({ address })
}

function serverEnded(how: string): Error {
  return new Refusal(`The web server ended by itself (${how}): see above for why, and start again.`)
}

function databaseEnded(why: string): Error {
  return new Refusal(
    `The database ended by itself (${why}): see ${resolve(DATA_DIR, 'postgres.log')}, and start again.`,
  )
}

/** A server whose owner was killed a moment ago takes a moment to go. */
async function checkPort(): Promise<void> {
  const deadline = Date.now() + PORT_PATIENCE_MS
  while (!(await isPortFree(host, port))) {
    if (Date.now() > deadline)
      throw new Refusal(`Port ${port} is in use: stop what listens there, or choose another, such as PORT=${port + 1}.`)
    await sleep(RETRY_MS)
  }
}
