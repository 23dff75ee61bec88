import type { Client } from 'pg'
import { Refusal } from '@/lib/boot/refusal'

const OLDEST_MAJOR = 14

/** Throws a Refusal unless the server that `client` is connected to is recent enough and its database holds UTF-8. */
export async function checkServer(client: Client): Promise<string> {
  const { rows } = await client.query<{ version: string; encoding: string; database: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding, current_database() AS database`,
  )
  const [row] = rows
  if (!row) throw new Error('The server did not tell its version.')
  const { version, encoding, database } = row
  if (Number.parseInt(version, 10) < OLDEST_MAJOR) {
    throw new Refusal(
      `The server runs PostgreSQL ${version}, and Factor Weekly needs ${OLDEST_MAJOR} or later: upgrade it.`,
    )
  }
  if (encoding !== 'UTF8') {
    throw new Refusal(
      `The database ${database} is encoded in ${encoding}, which cannot hold Chinese: make one with ENCODING 'UTF8' TEMPLATE template0.`,
    )
  }
  return version
}
