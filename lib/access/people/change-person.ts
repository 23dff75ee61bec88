/** What an administrator does to people: role and grants, second factor, end of access, erasure. */
import { prisma } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/prisma/client'
import type { Actor } from '../audit/actor'
import { recordEvent } from '../audit/record-event'
import type { Grants, Role } from '../reader-types'
import { writeGrants } from './write-grants'

/** Why nothing was changed: there is no such person, or it would leave no administrator. */
export type PersonFault = 'unknown' | 'last-admin'

interface RoleChange {
  id: string
  role: Role
  grants: Grants
}

/** Gives a person another role, and a client its grants. The sessions end: the person signs in again, with the new role. */
export function changeRole({ id, role, grants }: RoleChange, by: Actor): Promise<PersonFault | null> {
  return changePerson(id, role === 'admin', async (transaction, before) => {
    await transaction.accessUser.update({ where: { id }, data: { role } })
    await writeGrants(transaction, id, grants)
    const details = { from: before, to: role, markets: grants.markets, series: grants.series }
    await recordEvent(by, 'role-changed', { subject: id, details }, transaction)
  })
}

/** Takes access away: sessions end, tokens stop working. An invitation gives it back. */
export function endAccess(id: string, by: Actor): Promise<PersonFault | null> {
  return changePerson(id, false, async (transaction) => {
    await closeAccount(transaction, id)
    await recordEvent(by, 'access-ended', { subject: id }, transaction)
  })
}

/** Takes access away and erases name, e-mail, password and the addresses of what this person did; the audit keeps the id. */
export function erasePerson(id: string, by: Actor): Promise<PersonFault | null> {
  return changePerson(id, false, async (transaction) => {
    const { email } = await transaction.accessUser.findUniqueOrThrow({ where: { id } })
    const erased = `${id}@erased.invalid`
    await closeAccount(transaction, id)
    await removeSecondFactor(transaction, id)
    await transaction.accessUser.update({
      where: { id },
      data: { name: '', email: erased, image: null, erasedAt: new Date() },
    })
    await transaction.accessAccount.deleteMany({ where: { userId: id } })
    await transaction.accessGrant.deleteMany({ where: { userId: id } })
    await transaction.accessInvitation.updateMany({
      where: { email, usedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    await transaction.accessInvitation.updateMany({ where: { email }, data: { email: erased } })
    await transaction.auditEvent.updateMany({ where: { actorId: id }, data: { address: null } })
    await recordEvent(by, 'person-erased', { subject: id }, transaction)
  })
}

/**
 * Takes somebody's second factor away, such as after a phone was lost: codes, backup codes and passkeys. The password alone
 * signs in again. Returns `none` when there is no second factor.
 */
export async function resetSecondFactor(id: string, by: Actor): Promise<PersonFault | 'none' | null> {
  let removed = 0
  const fault = await changePerson(id, true, async (transaction) => {
    removed = await removeSecondFactor(transaction, id)
    if (removed > 0) await recordEvent(by, 'second-factor-reset', { subject: id }, transaction)
  })
  return fault ?? (removed === 0 ? 'none' : null)
}

/** Deletes what a person signs in with besides the password, and returns how many entries these were. */
async function removeSecondFactor(transaction: Prisma.TransactionClient, userId: string): Promise<number> {
  const codes = await transaction.accessTwoFactor.deleteMany({ where: { userId } })
  const passkeys = await transaction.accessPasskey.deleteMany({ where: { userId } })
  await transaction.accessUser.update({ where: { id: userId }, data: { twoFactorEnabled: false } })
  return codes.count + passkeys.count
}

async function closeAccount(transaction: Prisma.TransactionClient, id: string): Promise<void> {
  const now = new Date()
  await transaction.accessUser.update({ where: { id }, data: { endedAt: now } })
  await transaction.accessToken.updateMany({ where: { userId: id, revokedAt: null }, data: { revokedAt: now } })
}

/**
 * Runs a change of a person whose sessions then end. Changes of administrators wait for each other, so that two of them
 * cannot remove each other at the same moment.
 */
function changePerson(
  id: string,
  staysAdmin: boolean,
  run: (transaction: Prisma.TransactionClient, roleBefore: Role) => Promise<void>,
): Promise<PersonFault | null> {
  return prisma.$transaction(async (transaction) => {
    await transaction.$executeRawUnsafe('lock table access_user in share row exclusive mode')
    const person = await transaction.accessUser.findUnique({ where: { id } })
    if (person === null || person.erasedAt !== null) return 'unknown'
    const others = await transaction.accessUser.count({ where: { role: 'admin', endedAt: null, id: { not: id } } })
    if (person.role === 'admin' && person.endedAt === null && !staysAdmin && others === 0) return 'last-admin'
    await run(transaction, person.role)
    await transaction.accessSession.deleteMany({ where: { userId: id } })
    return null
  })
}
