import { randomUUID } from 'node:crypto'
import { prisma } from '@/lib/db/client'
import type { Actor } from '../audit/actor'
import { recordEvent } from '../audit/record-event'
import { newSecret } from '../people/new-secret'
import { includesRole, type Role, TOKEN_SCOPES, type TokenScope } from '../reader-types'
import { tokenHash } from './find-token-reader'

const DAY_MS = 24 * 3600 * 1000
/** Programs, logs and scanners for secrets know our tokens by it. */
const PREFIX = 'fw_'

/** The role that a person needs to make a token with this scope. */
const ROLE_FOR: Record<TokenScope, Role> = { read: 'client', import: 'editor', publish: 'publisher' }

interface TokenOrder {
  /** Which program it is for. */
  name: string
  scopes: TokenScope[]
  days: number
}

/** Returns the scopes that a token of this person may have. */
export function scopesFor(role: Role): TokenScope[] {
  return TOKEN_SCOPES.filter((scope) => includesRole(role, ROLE_FOR[scope]))
}

/** Makes a token for a person's program and returns it; it can never be read again. The caller has checked the scopes. */
export async function makeToken(
  { name, scopes, days }: TokenOrder,
  by: Actor & { id: string },
): Promise<{ token: string; expiresAt: Date }> {
  const token = `${PREFIX}${newSecret().secret}`
  const [id, expiresAt] = [randomUUID(), new Date(Date.now() + days * DAY_MS)]
  await prisma.$transaction(async (transaction) => {
    await transaction.accessToken.create({
      data: { id, name, scopes, sha256: tokenHash(token), userId: by.id, expiresAt },
    })
    await recordEvent(by, 'token-made', { subject: id, details: { scopes } }, transaction)
  })
  return { token, expiresAt }
}

/**
 * Makes a token worthless.
 * @param ofPerson only a token of this person; null for any
 * @returns false when there is no such token, or it was revoked before
 */
export async function revokeToken(id: string, ofPerson: string | null, by: Actor): Promise<boolean> {
  const { count } = await prisma.accessToken.updateMany({
    where: { id, revokedAt: null, ...(ofPerson === null ? {} : { userId: ofPerson }) },
    data: { revokedAt: new Date() },
  })
  if (count > 0) await recordEvent(by, 'token-revoked', { subject: id })
  return count > 0
}
