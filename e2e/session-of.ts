/** Sessions of people in the store of an instance with accounts, without their passwords. */
import { createHmac, randomUUID } from 'node:crypto'
import type { Client } from 'pg'

/** AUTH_SECRET of the instances of tests. */
export const SECRET = 'a secret of tests that has 32 characters or more'

interface Person {
  name: string
  role: 'viewer' | 'editor' | 'publisher'
}

/** Writes a person with a session into the store, and returns the session's cookie. */
export async function sessionOf(store: Client, { name, role }: Person): Promise<{ name: string; value: string }> {
  const [id, token] = [randomUUID(), randomUUID()]
  const email = `${name.toLowerCase()}@example.com`
  await store.query('insert into access_user (id, name, email, role) values ($1, $2, $3, $4)', [id, name, email, role])
  await store.query(
    `insert into access_session (id, token, user_id, expires_at) values ($1, $2, $3, now() + interval '1 hour')`,
    [randomUUID(), token, id],
  )
  const signature = createHmac('sha256', SECRET).update(token).digest('base64')
  return { name: 'factor-weekly.session_token', value: encodeURIComponent(`${token}.${signature}`) }
}
