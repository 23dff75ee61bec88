import { verifyPassword } from 'better-auth/crypto'
import { prisma } from '@/lib/db/client'
import { recordEvent } from '../audit/record-event'
import { countAttempt, forgetAttempts } from '../sessions/attempt-limits'
import { tokenHash } from '../tokens/find-token-reader'
import { shareCookie } from './share-cookie'

/** `cookie`: a line of Set-Cookie. `refused`: unknown, expired, revoked or used up; the page of the link says which. */
export type Opened =
  | { kind: 'opened'; id: string; cookie: string }
  | { kind: 'refused' }
  | { kind: 'wrong' }
  | { kind: 'too-many'; retryAfterS: number }

interface Opening {
  token: string
  /** null when the link was followed without a form. */
  password: string | null
  /** Network address; null when it is unknown. */
  address: string | null
}

/** Opens a link, once: two openings at the same moment never exceed its limit. Attempts are counted before anything is hashed. */
export async function openShare({ token, password, address }: Opening): Promise<Opened> {
  const link = await prisma.shareLink.findUnique({ where: { tokenSha256: tokenHash(token) } })
  if (link === null) return { kind: 'refused' }
  const unknown = { kind: 'unknown', id: null, address } as const
  if (link.password !== null) {
    if (password === null) return { kind: 'wrong' }
    const retryAfterS = await countAttempt({ address, account: link.id })
    if (retryAfterS !== null) return { kind: 'too-many', retryAfterS }
    if (!(await verifyPassword({ hash: link.password, password }))) {
      await recordEvent(unknown, 'share-refused', { subject: link.id })
      return { kind: 'wrong' }
    }
    await forgetAttempts(link.id)
  }
  if (!(await countOpen(link.id))) return { kind: 'refused' }
  await recordEvent({ ...unknown, kind: 'share', id: link.id }, 'share-opened', { subject: link.id })
  return { kind: 'opened', id: link.id, cookie: await shareCookie(link) }
}

/** Counts an open of a link that can be opened; false for any other. One statement, so that no two take the last one. */
async function countOpen(id: string): Promise<boolean> {
  const counted = await prisma.$executeRaw`
    update share_link set opens = opens + 1, last_opened_at = now()
    where id = ${id} and revoked_at is null and expires_at > now() and (max_opens is null or opens < max_opens)`
  return counted === 1
}
