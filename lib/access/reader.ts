/** Who sends a request, and with what role. */
import type { IncomingHttpHeaders } from 'node:http'
import { readEnv } from '@/lib/db/env'
import { findPerson } from './find-person'
import type { Reader } from './reader-types'
import { accessSecret } from './sessions/access-secret'
import { sessionTokenOf } from './sessions/session-cookie'
import { findShareReader } from './shares/find-share'
import { shareIdOf } from './shares/share-cookie'
import { bearerOf, findTokenReader } from './tokens/find-token-reader'

export { type Grants, includesRole, type Reader, ROLES, type Role, TOKEN_SCOPES, type TokenScope } from './reader-types'

export const LOCAL: Reader = { kind: 'local', id: null, name: 'local', role: 'admin', grants: null, tokenScopes: null }
const PUBLIC: Reader = { kind: 'public', id: null, name: 'public', role: 'viewer', grants: null, tokenScopes: null }

/**
 * Returns who sends a request with these headers: the person of a token or session, whoever opened a share link or reads what
 * is public, or null when this needs signing in. A token that is unknown, expired or revoked is nobody's, whatever else the request carries.
 * With AUTH=off no query is made.
 */
export async function readerOf(headers: IncomingHttpHeaders): Promise<Reader | null> {
  const { AUTH } = readEnv(process.env)
  if (AUTH === 'off') return LOCAL
  const token = bearerOf(headers.authorization)
  if (token !== null) return findTokenReader(token)
  const known = (await personOf(headers.cookie)) ?? (await shareReaderOf(headers.cookie))
  return known ?? (AUTH === 'public' ? PUBLIC : null)
}

async function shareReaderOf(cookies: string | undefined): Promise<Reader | null> {
  const id = await shareIdOf(cookies)
  return id === null ? null : findShareReader(id)
}

async function personOf(cookies: string | undefined): Promise<Reader | null> {
  if (cookies === undefined) return null
  const token = sessionTokenOf(cookies, await accessSecret())
  return token === null ? null : findPerson(token)
}
