import { Client } from 'pg'
import { Refusal } from '@/lib/boot/refusal'
import type { Database } from './database'
import { checkServer } from './server-settings'

const CONNECT_TIMEOUT_MS = 5_000

/** Opens the server of DATABASE_URL. Throws a Refusal when it cannot be reached, refuses, or is not suitable. */
export async function openGivenDatabase(url: string): Promise<Database> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
  try {
    await client.connect().catch((cause) => {
      throw new Refusal(explainConnection(cause, new URL(url)), { cause })
    })
    const version = await checkServer(client)
    const note = `version ${version} at ${new URL(url).host}`
    return { url, note, lost: new Promise(() => undefined), close: async () => undefined, kill: () => undefined }
  } finally {
    await client.end()
  }
}

/** Explains a failed connection in one sentence with the remedy, without the password. */
export function explainConnection(error: NodeJS.ErrnoException, { hostname, host, username, pathname }: URL): string {
  const user = decodeURIComponent(username)
  const database = decodeURIComponent(pathname.slice(1))
  switch (error.code) {
    case 'ECONNREFUSED':
      return `No PostgreSQL answers at ${host}: start it, or correct host and port in DATABASE_URL.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host ${hostname} was not found: correct DATABASE_URL, or check the network.`
    case '28P01':
    case '28000':
      return `The PostgreSQL at ${host} refuses the user ${user}: correct name and password in DATABASE_URL. (${error.message})`
    case '3D000':
      return `The PostgreSQL at ${host} has no database ${database}: create it (createdb ${database}), or correct DATABASE_URL.`
    default:
      return `The PostgreSQL at ${host} cannot be used: ${error.message}. Check DATABASE_URL and the server.`
  }
}
