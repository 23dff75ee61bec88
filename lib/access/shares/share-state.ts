import { prisma } from '@/lib/db/client'
import { tokenHash } from '../tokens/find-token-reader'

/** Whether a link can be opened, or why not. */
export type ShareState = 'open' | 'expired' | 'revoked' | 'used-up'

/** A link as whoever has it may know it. */
export interface KnownShare {
  id: string
  state: ShareState
  needsPassword: boolean
  /** Whether each open counts against a limit, so that a program that only looks at links must not use one up. */
  hasLimit: boolean
}

/** Returns the link of a token; null when it is unknown. */
export async function findShare(token: string): Promise<KnownShare | null> {
  const found = await prisma.shareLink.findUnique({ where: { tokenSha256: tokenHash(token) } })
  if (found === null) return null
  return {
    id: found.id,
    state: shareState(found),
    needsPassword: found.password !== null,
    hasLimit: found.maxOpens !== null,
  }
}

interface StateOf {
  revokedAt: Date | null
  expiresAt: Date
  maxOpens: number | null
  opens: number
}

/** Returns the state of a link. */
export function shareState({ revokedAt, expiresAt, maxOpens, opens }: StateOf): ShareState {
  if (revokedAt !== null) return 'revoked'
  if (expiresAt <= new Date()) return 'expired'
  return maxOpens !== null && opens >= maxOpens ? 'used-up' : 'open'
}
