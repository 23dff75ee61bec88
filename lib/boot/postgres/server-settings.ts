import type { Client } from 'pg'
import { Refusal } from '@/lib/boot/refusal'
import { MARK } from '@/lib/db/session-options'

const OLDEST_MAJOR = 14

/** Where lib/boot/operation/machines.md lists what a pooler must set. */
const GUIDE = 'lib/boot/operation/machines.md'

interface Session {
  zone: string
  dateStyle: string
  floatDigits: number
  mark: string | null
}

/**
 * Returns whether a session reaches the server without a pooler that shares connections: our start-up options came as
 * far as the server. Throws a Refusal when they were dropped and nothing else has set them: dates and numbers would be
 * read wrongly.
 */
export async function isDirectSession(client: Client): Promise<boolean> {
  const { rows } = await client.query<Session>(
    `SELECT current_setting('TimeZone') AS zone, current_setting('DateStyle') AS "dateStyle",
            current_setting('extra_float_digits')::int AS "floatDigits", current_setting('${MARK}', true) AS mark`,
  )
  const [session] = rows
  if (!session) throw new Error('The server did not report the settings of the session.')
  const wrong = wrongSettings(session)
  if (wrong.length === 0) return session.mark === 'direct'
  throw new Refusal(
    `The pooler in front of PostgreSQL drops the settings of a session (${wrong.join(', ')}): let it set them for each connection, by connect_query in pgbouncer; see ${GUIDE}.`,
  )
}

/** Returns the settings of a session with which dates or numbers would be read wrongly. */
export function wrongSettings({ zone, dateStyle, floatDigits }: Omit<Session, 'mark'>): string[] {
  return [
    ...(/^(Etc\/)?UTC$/.test(zone) ? [] : [`TimeZone is ${zone}, not UTC`]),
    ...(dateStyle.startsWith('ISO') ? [] : [`DateStyle is ${dateStyle}, not ISO`]),
    ...(floatDigits >= 1 ? [] : [`extra_float_digits is ${floatDigits}, not 1`]),
  ]
}

/** Throws a Refusal unless the server that `client` is connected to is recent enough and its database holds UTF-8. */
export async function checkServer(client: Client): Promise<string> {
  const { rows } = await client.query<{ version: string; encoding: string; database: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding, current_database() AS database`,
  )
  const [row] = rows
  if (!row) throw new Error('The server did not report its version.')
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
