import { Client, DatabaseError, escapeLiteral } from 'pg'
import { actorSetting } from '@/lib/access/audit/actor'
import { NO_DATABASE } from '@/lib/db/client'
import { readEnv } from '@/lib/db/env'
import { SESSION_OPTIONS } from '@/lib/db/session-options'
import { takeTurn } from './load'

const CONNECT_TIMEOUT_MS = 5_000
/**
 * A large load takes a while, and a file that a child process reads leaves the transaction idle meanwhile.
 * With this work_mem a million rows are sorted and compared in memory, and with these temp_buffers the checks read them
 * there: from the disk they took 0.7 s longer. Memoize nodes are off because no key of a load repeats: they slowed the
 * comparison of a million rows from 1.2 s to 4.4 s.
 */
const BEGIN = `
  begin isolation level read committed;
  set local statement_timeout = 0;
  set local lock_timeout = 0;
  set local idle_in_transaction_session_timeout = 0;
  set local work_mem = '128MB';
  set local temp_buffers = '128MB';
  set local enable_memoize = off`

const BEGIN_SNAPSHOT = 'begin isolation level repeatable read read only; set local statement_timeout = 0'

/** The database cannot be reached, refuses, or is lost. */
export class DatabaseFailure extends Error {
  override name = 'DatabaseFailure'
}

/** The result of a load, and whether to commit it. */
export interface Outcome<Result> {
  result: Result
  commit: boolean
}

/**
 * Runs a load in one transaction on a separate connection, since COPY needs one. Another load waits until it is done
 * and then sees what it wrote. Throws a DatabaseFailure when the connection is lost, and the errors of `run`.
 */
export function inSession<Result>(run: (client: Client) => Promise<Outcome<Result>>): Promise<Result> {
  return inTransaction([BEGIN, takeTurn, nameActor()], run)
}

/** Returns the statement that tells the trigger of the audit who changes the store. */
function nameActor(): string {
  return `select set_config('factor_weekly.actor', ${escapeLiteral(actorSetting())}, true)`
}

/** Reads the store as it is at one moment, while loads go on. Throws as `inSession` does. */
export function inSnapshot<Result>(run: (client: Client) => Promise<Result>): Promise<Result> {
  return inTransaction([BEGIN_SNAPSHOT], async (client) => ({ result: await run(client), commit: false }))
}

async function inTransaction<Result>(
  statements: string[],
  run: (client: Client) => Promise<Outcome<Result>>,
): Promise<Result> {
  const client = await connect()
  let lost: Error | null = null
  client.on('error', (error) => {
    lost = error
  })
  try {
    for (const statement of statements) await client.query(statement)
    const { result, commit } = await run(client)
    await client.query(commit ? 'commit' : 'rollback')
    return result
  } catch (error) {
    throw failureOf(lost ?? error)
  } finally {
    // The server rolls back an open transaction; ending a lost connection fails, which does not matter.
    await client.end().catch(() => undefined)
  }
}

async function connect(): Promise<Client> {
  const { DATABASE_URL, DATABASE_DIRECT_URL } = readEnv(process.env)
  if (!DATABASE_URL) throw new DatabaseFailure(NO_DATABASE)
  const client = new Client({
    // A pooler has few connections, and a load holds one for minutes.
    connectionString: DATABASE_DIRECT_URL ?? DATABASE_URL,
    options: SESSION_OPTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  })
  await client.connect().catch((cause) => {
    throw new DatabaseFailure(cause.message, { cause })
  })
  return client
}

/** Wraps errors of the server or the network in a DatabaseFailure; returns any other error as it is. */
function failureOf(error: unknown): unknown {
  // Errors of files have a path, those of the network none.
  const isOfNetwork = error instanceof Error && 'syscall' in error && !('path' in error)
  const isLost = error instanceof Error && (/terminated|not queryable/.test(error.message) || isOfNetwork)
  return error instanceof DatabaseError || isLost ? new DatabaseFailure(error.message, { cause: error }) : error
}
