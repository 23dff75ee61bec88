import { Client } from 'pg'
import { Refusal } from '@/lib/boot/refusal'
import type { Env } from '@/lib/db/env'
import { SESSION_OPTIONS } from '@/lib/db/session-options'
import type { Database } from './database'
import { checkServer, isDirectSession } from './server-settings'

const CONNECT_TIMEOUT_MS = 5_000

/**
 * Opens the server of DATABASE_URL, and that of DATABASE_DIRECT_URL if set. Throws a Refusal when one cannot be reached,
 * refuses or is not suitable, and when there is only a pooler.
 */
export async function openGivenDatabase({
  DATABASE_URL: url,
  DATABASE_DIRECT_URL: direct,
}: Addresses): Promise<Database> {
  const { version, isDirect } = await checkAddress(url)
  if (direct !== undefined && !(await checkAddress(direct, 'DATABASE_DIRECT_URL')).isDirect) {
    throw new Refusal('DATABASE_DIRECT_URL leads to a pooler: name the PostgreSQL server itself.')
  }
  if (direct === undefined && !isDirect) {
    throw new Refusal(
      `A pooler stands in front of the PostgreSQL at ${new URL(url).host}, and migrations need a connection of their own: set DATABASE_DIRECT_URL to the server itself.`,
    )
  }
  return {
    url,
    directUrl: direct ?? url,
    note: `version ${version} at ${new URL(url).host}${isDirect ? '' : ', a pooler'}`,
    lost: new Promise(() => undefined),
    close: async () => undefined,
    kill: () => undefined,
  }
}

/** Returns whether the settings name a server, rather than the embedded one. */
export function isGiven(env: Env): env is Env & { DATABASE_URL: string } {
  return env.DATABASE_URL !== undefined
}

interface Addresses {
  DATABASE_URL: string
  DATABASE_DIRECT_URL?: string | undefined
}

/** Throws a Refusal unless the server at an address is suitable. @param setting the variable that holds the address */
async function checkAddress(url: string, setting = 'DATABASE_URL'): Promise<{ version: string; isDirect: boolean }> {
  const client = new Client({
    connectionString: url,
    options: SESSION_OPTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  try {
    await client.connect().catch((cause) => {
      throw new Refusal(explainConnection(cause, new URL(url), setting), { cause })
    })
    return { version: await checkServer(client), isDirect: await isDirectSession(client) }
  } finally {
    await client.end()
  }
}

/** Explains a failed connection in one sentence with the remedy, without the password. */
export function explainConnection(
  error: NodeJS.ErrnoException,
  { hostname, host, username, pathname }: URL,
  setting = 'DATABASE_URL',
): string {
  const user = decodeURIComponent(username)
  const database = decodeURIComponent(pathname.slice(1))
  switch (error.code) {
    case 'ECONNREFUSED':
      return `No PostgreSQL answers at ${host}: start it, or correct host and port in ${setting}.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host ${hostname} was not found: correct ${setting}, or check the network.`
    case '28P01':
    case '28000':
      return `The PostgreSQL at ${host} refuses the user ${user}: correct name and password in ${setting}. (${error.message})`
    case '3D000':
      return `The PostgreSQL at ${host} has no database ${database}: create it (createdb ${database}), or correct ${setting}.`
    case '08P01':
      return `The pooler at ${host} refuses the connection (${error.message}): let it ignore the start-up parameters that lib/boot/operation/machines.md lists.`
    default:
      return `The PostgreSQL at ${host} cannot be used: ${error.message}. Check ${setting} and the server.`
  }
}
