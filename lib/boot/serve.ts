/** Runs `npm start` and `npm run dev`: builds, opens the database, loads data, serves, and stops in reverse order. */
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Command } from 'commander'
import type { Database } from '@/lib/boot/postgres/database'
import { openEmbeddedDatabase } from '@/lib/boot/postgres/open-embedded'
import { isGiven, openGivenDatabase } from '@/lib/boot/postgres/open-given'
import { prepareDatabase } from '@/lib/boot/postgres/prepare-database'
import { type Env, readEnv, secretsOf } from '@/lib/db/env'
import { logAsJson } from '@/lib/log/json-log'
import { logError, logInfo, logWarning } from '@/lib/log/log'
import { hideSecret } from '@/lib/log/redact'
import { removeAbandonedFolders } from '@/lib/process/temporary-folder'
import { readPublisher } from '@/lib/publisher/read-publisher'
import { buildPages } from './build/build-pages'
import { checkAccess } from './check-access'
import { explain } from './explain'
import { isPortFree } from './port'
import { Refusal } from './refusal'
import { scriptOptions } from './script-options'
import { aborted, type Forced, listenForStop } from './shutdown'
import { step } from './step.mjs'
import { reachable, startWebServer } from './web/web-server'

const PORT_PATIENCE_MS = 3_000
const RETRY_MS = 100
/** Hosts under which this machine is reached as localhost. */
const HERE = ['127.0.0.1', '0.0.0.0', '::']

const mode = process.argv[2] === 'dev' ? 'dev' : 'start'
const forced: Forced[] = []
const signal = listenForStop(forced)

// The reader of our output may close it before the database has stopped.
process.stdout.on('error', () => undefined)
process.stderr.on('error', () => undefined)

await serve().catch((error) => {
  if (signal.aborted) return
  logError(explain(error))
  process.exitCode = 1
})
process.exit()

async function serve(): Promise<void> {
  scriptOptions(new Command(mode === 'dev' ? 'npm run dev' : 'npm start'), process.argv.slice(3))
  const env = readEnv(process.env)
  if (env.LOG_FORMAT === 'json' && mode === 'start') logAsJson()
  for (const secret of secretsOf(env)) hideSecret(secret)
  checkAccess(env, mode)
  if (env.AUTH === 'public') logWarning('AUTH=public: everybody who reaches this server reads all that is published')
  if (env.AUTH !== 'off' && env.IMPORT_TOKEN !== undefined) {
    logWarning(
      'IMPORT_TOKEN is deprecated but still works: make tokens at /account instead, which expire and name who loads',
    )
  }
  readPublisher(env.PUBLISHER_FILE ?? null)
  await removeAbandonedFolders()
  await checkPort(env.HOST, env.PORT, 'PORT')
  if (env.METRICS_PORT !== undefined) await checkPort(env.METRICS_HOST, env.METRICS_PORT, 'METRICS_PORT')
  if (isGiven(env)) await openGivenDatabase(env)
  if (mode === 'start') await buildPages(signal)
  signal.throwIfAborted()
  const database = await step(
    'PostgreSQL',
    () => openDatabase(env),
    ({ note }) => note,
  )
  forced.push(database)
  try {
    await prepareDatabase(database.directUrl, { demo: env.LOAD_DEMO, signal })
    signal.throwIfAborted()
    await serveFrom(database, env)
  } finally {
    await database.close()
  }
}

/** Checks that the port is free, with retries: the server of a killed process ends late. */
async function checkPort(host: string, port: number, setting: 'PORT' | 'METRICS_PORT'): Promise<void> {
  const deadline = Date.now() + PORT_PATIENCE_MS
  while (!(await isPortFree(host, port).catch((error) => refuseAddress(error, setting)))) {
    if (Date.now() > deadline) {
      throw new Refusal(
        `Port ${port} is in use: stop what listens there, or choose another, such as ${setting}=${port + 1}.`,
      )
    }
    await sleep(RETRY_MS)
  }
}

function refuseAddress({ message }: Error, setting: 'PORT' | 'METRICS_PORT'): never {
  const host = setting === 'PORT' ? 'HOST' : 'METRICS_HOST'
  throw new Refusal(`The server cannot listen there (${message}): correct ${host} and ${setting}.`)
}

function openDatabase(env: Env): Promise<Database> {
  return isGiven(env) ? openGivenDatabase(env) : openEmbeddedDatabase(resolve(env.DATA_DIR))
}

/** Serves until a request to stop. Throws when the server or the database ends by itself. */
async function serveFrom(database: Database, { HOST: host, PORT: port, LOG_FORMAT }: Env): Promise<void> {
  const start = () => startWebServer({ mode, host, port, databaseUrl: database.url })
  const server = await step('server', start, () => 'ready')
  forced.push(server)
  try {
    announce(`http://${HERE.includes(host) ? 'localhost' : reachable(host)}:${port}`, LOG_FORMAT)
    const end = await Promise.race([aborted(signal), server.exited.then(serverEnded), database.lost])
    if (end) throw new Refusal(end)
  } finally {
    await server.stop()
    // A server that was killed leaves what it was receiving.
    await removeAbandonedFolders()
  }
}

function announce(address: string, format: Env['LOG_FORMAT']): void {
  if (format === 'json') logInfo('ready', { address })
  else console.log(`\n  ${address}/    中文\n  ${address}/en  English\n\n  Ctrl-C stops it.`)
  process.send?.({ address })
}

function serverEnded(how: string): string {
  return `The web server ended by itself (${how}): see above for why, and start again.`
}
