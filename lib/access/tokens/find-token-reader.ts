import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { readEnv } from '@/lib/db/env'
import { grantsOf, PERSON_COLUMNS } from '../find-person'
import { lesserRole, type Reader, ROLES, TOKEN_SCOPES } from '../reader-types'

/** What IMPORT_TOKEN is with accounts: it belongs to nobody and may load files, withdraw and rename. */
const IMPORT_TOKEN_READER: Reader = {
  kind: 'token',
  id: null,
  name: 'IMPORT_TOKEN',
  role: 'editor',
  grants: null,
  tokenScopes: ['import'],
}

/** Without accounts there is no other token, so it may also publish. */
const ONLY_TOKEN_READER: Reader = { ...IMPORT_TOKEN_READER, role: 'publisher', tokenScopes: ['import', 'publish'] }

/** Returns the token of an Authorization header; null without one. */
export function bearerOf(authorization: string | undefined): string | null {
  return /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? null
}

/** Returns the SHA-256 of a token, lower-case hexadecimal: the store holds no token itself. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

const row = z.object({
  tokenId: z.string(),
  tokenName: z.string(),
  scopes: z.array(z.enum(TOKEN_SCOPES)),
  role: z.enum(ROLES),
  markets: z.array(z.string()),
  series: z.array(z.string()),
})

/**
 * Returns what a token may do: what its person may, but never administrate. Notes the minute of its use. Null when the
 * token is unknown, expired or revoked, or its person has no access any more. With AUTH=off only IMPORT_TOKEN is known.
 */
export async function findTokenReader(token: string): Promise<Reader | null> {
  const { AUTH, IMPORT_TOKEN } = readEnv(process.env)
  if (IMPORT_TOKEN !== undefined && isSame(token, IMPORT_TOKEN))
    return AUTH === 'off' ? ONLY_TOKEN_READER : IMPORT_TOKEN_READER
  if (AUTH === 'off') return null
  const [known] = z.array(row).parse(await prisma.$queryRawUnsafe(BY_HASH, tokenHash(token)))
  if (known === undefined) return null
  await prisma.$executeRawUnsafe(NOTE_USE, known.tokenId)
  return {
    kind: 'token',
    id: known.tokenId,
    name: known.tokenName,
    role: lesserRole(known.role, 'publisher'),
    grants: await grantsOf(known),
    tokenScopes: known.scopes,
  }
}

const BY_HASH = `
  select ${PERSON_COLUMNS}, token.id as "tokenId", token.name as "tokenName", token.scopes
  from access_token as token
  join access_user as person on person.id = token.user_id
  where token.sha256 = $1 and token.expires_at > now() and token.revoked_at is null and person.ended_at is null`

const NOTE_USE = `
  update access_token set last_used_at = date_trunc('minute', now())
  where id = $1 and last_used_at is distinct from date_trunc('minute', now())`

/** Compares in the same time for any token. */
function isSame(shown: string, token: string): boolean {
  return timingSafeEqual(Buffer.from(tokenHash(shown)), Buffer.from(tokenHash(token)))
}
