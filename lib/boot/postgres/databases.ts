/** Creates and removes databases of a server by address: `postgresql://user:password@host:port/name`. */
import { randomBytes } from 'node:crypto'
import { Client, escapeIdentifier } from 'pg'

const CONNECT_TIMEOUT_MS = 30_000

/** Returns the address of another database on the same server. */
export function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

/** Returns a name that nobody else uses: `factor_weekly_test_0123456789ab`. */
export function randomDatabaseName(purpose = 'test'): string {
  return `factor_weekly_${purpose}_${randomBytes(6).toString('hex')}`
}

/** Creates the database that `url` names, as a copy of that of `templateUrl` (on the same server) if given. */
export async function createDatabase(url: string, templateUrl?: string): Promise<void> {
  const template = templateUrl ? ` TEMPLATE ${escapeIdentifier(nameOf(templateUrl))}` : ''
  await runOnServer(url, `CREATE DATABASE ${escapeIdentifier(nameOf(url))}${template}`)
}

/** Removes the database that `url` names, also while it is in use. */
export async function dropDatabase(url: string): Promise<void> {
  await runOnServer(url, `DROP DATABASE IF EXISTS ${escapeIdentifier(nameOf(url))} WITH (FORCE)`)
}

/** Returns the name of the database that `url` names. */
export function nameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

async function runOnServer(url: string, statement: string): Promise<void> {
  const client = new Client({
    connectionString: withDatabase(url, 'postgres'),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
