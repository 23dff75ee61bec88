import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { prisma } from '@/lib/db/client'
import type { Actor } from '../audit/actor'
import { recordEvent } from '../audit/record-event'
import { newSecret } from '../people/new-secret'

/** Days for which a link can be made, and the usual ones. */
export const SHARE_DAYS = [1, 7, 14, 30, 90] as const
export const USUAL_SHARE_DAYS = 14
export const OPENS_MAX = 1_000
export const SHARE_PASSWORD_MIN = 8
const DAY_MS = 86_400_000

/** What a link shows, as of which data version. */
export type ShareTarget = { market: string; version: number; stamp: string } & (
  | { kind: 'edition'; asOf: string; number: number }
  | { kind: 'series'; code: string }
)

interface NewShare {
  target: ShareTarget
  /** Name of the client. */
  client: string
  days: number
  /** null for none. */
  password: string | null
  /** How often it may be opened; null without a limit. */
  maxOpens: number | null
}

/** Makes a link and returns its path, which is shown once: the store keeps the hash of its secret alone. */
export async function makeShare(
  { target, client, days, password, maxOpens }: NewShare,
  by: Actor & { id: string },
): Promise<{ id: string; path: string }> {
  const { secret, sha256 } = newSecret()
  const id = randomUUID()
  const hash = password === null ? null : await hashPassword(password)
  const { kind, market, version, stamp } = target
  const shown =
    target.kind === 'edition'
      ? { asOf: new Date(`${target.asOf}T00:00:00Z`), number: target.number }
      : { series: target.code }
  const expiresAt = new Date(Date.now() + days * DAY_MS)
  const made = { id, kind, market, version, stamp, ...shown, client, tokenSha256: sha256, password: hash }
  await prisma.$transaction(async (transaction) => {
    await transaction.shareLink.create({ data: { ...made, expiresAt, maxOpens, createdBy: by.id } })
    await recordEvent(by, 'share-made', { subject: id, details: { shows: nameOf(target) } }, transaction)
  })
  return { id, path: `/s/${secret}` }
}

/** Revokes a link, and with it what was opened by it. @param of person who made it; null for any. @returns whether it worked until now */
export async function revokeShare(id: string, of: string | null, by: Actor): Promise<boolean> {
  return prisma.$transaction(async (transaction) => {
    const where = { id, revokedAt: null, ...(of !== null && { createdBy: of }) }
    const { count } = await transaction.shareLink.updateMany({ where, data: { revokedAt: new Date() } })
    if (count > 0) await recordEvent(by, 'share-revoked', { subject: id }, transaction)
    return count > 0
  })
}

/** Returns "CN 2024-08-30 1" for an edition, and the code of a series. */
function nameOf(target: ShareTarget): string {
  return target.kind === 'edition' ? `${target.market} ${target.asOf} ${target.number}` : target.code
}
