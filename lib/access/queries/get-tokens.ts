import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { TOKEN_SCOPES, type TokenScope } from '../reader-types'

type TokenState = 'active' | 'expired' | 'revoked'

export interface ListedToken {
  id: string
  name: string
  /** Name of its person; empty after erasure. */
  owner: string
  scopes: TokenScope[]
  createdAt: Date
  expiresAt: Date
  /** To the minute; null before its first use. */
  lastUsedAt: Date | null
  state: TokenState
}

/** Returns the tokens of a person, or all of them (null), the newest first. */
export async function getTokens(ofPerson: string | null): Promise<ListedToken[]> {
  const tokens = await prisma.accessToken.findMany({
    where: ofPerson === null ? {} : { userId: ofPerson },
    include: { user: { select: { name: true } } },
    orderBy: { createdAt: 'desc' },
  })
  return tokens.map(({ id, name, user, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }) => ({
    id,
    name,
    owner: user.name,
    scopes: z.array(z.enum(TOKEN_SCOPES)).parse(scopes),
    createdAt,
    expiresAt,
    lastUsedAt,
    state: revokedAt !== null ? 'revoked' : expiresAt <= new Date() ? 'expired' : 'active',
  }))
}
