import { randomUUID } from 'node:crypto'
import { prisma } from '@/lib/db/client'
import type { Actor } from '../audit/actor'
import { recordEvent } from '../audit/record-event'
import type { InvitationOrder } from './invitation-order'
import { newSecret } from './new-secret'

/** Days in which the link of an invitation works. */
export const INVITATION_DAYS = 7
const DAY_MS = 24 * 3600 * 1000

export interface Invitation {
  id: string
  /** Path of the page that takes the invitation, with its secret: whoever has it gets the account. */
  path: string
  expiresAt: Date
}

/**
 * Makes a link by which somebody gets an account once, or, if the e-mail has one, a new password and this role. Earlier
 * links for the e-mail stop working.
 */
export async function invite({ email, role, markets, series }: InvitationOrder, by: Actor): Promise<Invitation> {
  const { secret, sha256 } = newSecret()
  const [id, expiresAt] = [randomUUID(), new Date(Date.now() + INVITATION_DAYS * DAY_MS)]
  const data = { id, email, role, markets, series, tokenSha256: sha256, createdBy: by.id, expiresAt }
  await prisma.$transaction(async (transaction) => {
    await transaction.accessInvitation.updateMany({
      where: { email, usedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    await transaction.accessInvitation.create({ data })
    await recordEvent(by, 'invitation-made', { subject: id, details: { role, markets, series } }, transaction)
  })
  return { id, path: `/sign-in/invitation?token=${secret}`, expiresAt }
}

/** Makes the link of an invitation that was not used worthless. Returns false when there is none. */
export async function revokeInvitation(id: string, by: Actor): Promise<boolean> {
  const { count } = await prisma.accessInvitation.updateMany({
    where: { id, usedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  if (count > 0) await recordEvent(by, 'invitation-revoked', { subject: id })
  return count > 0
}
