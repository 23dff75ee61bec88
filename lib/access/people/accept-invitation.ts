import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { prisma } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/prisma/client'
import { recordEvent } from '../audit/record-event'
import { type PasswordFault, passwordFault } from '../passwords/password-fault'
import type { Role } from '../reader-types'
import { tokenHash } from '../tokens/find-token-reader'
import { writeGrants } from './write-grants'

/** What the page of an invitation shows. */
export interface OpenInvitation {
  email: string
  role: Role
  /** Whether the e-mail has an account already, which gets a new password. */
  isKnown: boolean
}

/** Returns an invitation that can be used, by the secret of its link; null when it is unknown, used, revoked or expired. */
export async function findInvitation(secret: string): Promise<OpenInvitation | null> {
  const found = await prisma.accessInvitation.findFirst({ where: usable(secret) })
  if (found === null) return null
  const person = await prisma.accessUser.findUnique({ where: { email: found.email }, select: { id: true } })
  return { email: found.email, role: found.role, isKnown: person !== null }
}

function usable(secret: string) {
  return { tokenSha256: tokenHash(secret), usedAt: null, revokedAt: null, expiresAt: { gt: new Date() } }
}

/** `email`: of the account that the invitation made. `gone`: the link does not work any more. */
export type Accepted = { kind: 'accepted'; email: string } | { kind: 'gone' } | { kind: 'fault'; fault: PasswordFault }

interface Acceptance {
  secret: string
  name: string
  password: string
  address: string | null
}

/**
 * Makes the account of an invitation, with its role and grants, or gives the account of this e-mail a new password and
 * ends its sessions: all of it or nothing. The link works once, also when it is used twice at the same moment.
 */
export async function acceptInvitation({ secret, name, password, address }: Acceptance): Promise<Accepted> {
  const open = await findInvitation(secret)
  if (open === null) return { kind: 'gone' }
  const fault = await passwordFault(password, open.email)
  if (fault !== null) return { kind: 'fault', fault }
  const hash = await hashPassword(password)
  return prisma.$transaction(async (transaction) => {
    const { count } = await transaction.accessInvitation.updateMany({
      where: usable(secret),
      data: { usedAt: new Date() },
    })
    const used = await transaction.accessInvitation.findUnique({ where: { tokenSha256: tokenHash(secret) } })
    if (count === 0 || used === null) return { kind: 'gone' }
    const { email, role, markets, series } = used
    const common = { name, role, emailVerified: true, endedAt: null }
    const { id } = await transaction.accessUser.upsert({
      where: { email },
      create: { id: randomUUID(), email, ...common },
      update: common,
    })
    await setPassword(transaction, id, hash)
    await writeGrants(transaction, id, { markets, series })
    await transaction.accessSession.deleteMany({ where: { userId: id } })
    await recordEvent({ kind: 'person', id, address }, 'invitation-used', { subject: used.id }, transaction)
    return { kind: 'accepted', email }
  })
}

async function setPassword(transaction: Prisma.TransactionClient, userId: string, password: string): Promise<void> {
  const key = { providerId: 'credential', accountId: userId }
  await transaction.accessAccount.upsert({
    where: { providerId_accountId: key },
    create: { id: randomUUID(), ...key, userId, password },
    update: { password },
  })
}

/** Returns the role with which an e-mail is invited; null when it is not. */
export async function invitedAs(email: string): Promise<Role | null> {
  const open = await prisma.accessInvitation.findFirst({ where: openFor(email) })
  return open?.role ?? null
}

/** Gives a person whom an OpenID provider vouched for what the invitation of this e-mail grants, and uses it up. */
export async function noteInvitationUsed(id: string, email: string): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const open = await transaction.accessInvitation.findFirst({ where: openFor(email) })
    if (open === null) return
    await transaction.accessInvitation.update({ where: { id: open.id }, data: { usedAt: new Date() } })
    await writeGrants(transaction, id, open)
    await recordEvent({ kind: 'person', id, address: null }, 'invitation-used', { subject: open.id }, transaction)
  })
}

function openFor(email: string) {
  return { email: email.toLowerCase(), usedAt: null, revokedAt: null, expiresAt: { gt: new Date() } }
}
