/** What people change in their own account. */
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { prisma } from '@/lib/db/client'
import type { Actor } from '../audit/actor'
import { recordEvent } from '../audit/record-event'
import { type PasswordFault, passwordFault } from '../passwords/password-fault'
import { countAttempt, forgetAttempts } from '../sessions/attempt-limits'

type Person = Actor & { id: string }

export async function changeName(actor: Person, name: string): Promise<void> {
  await prisma.accessUser.update({ where: { id: actor.id }, data: { name } })
  await recordEvent(actor, 'name-changed')
}

/**
 * Gives a person another password, and ends all sessions: whoever knew the old one is signed out.
 * @returns why not: the old one is wrong, tried too often, or the new one cannot be used; null when it was changed
 */
export async function changePassword(
  actor: Person,
  { before, after }: { before: string; after: string },
): Promise<PasswordFault | 'wrong' | 'too-many' | null> {
  const { id } = actor
  if ((await countAttempt({ address: actor.address, account: `password ${id}` })) !== null) return 'too-many'
  const account = await prisma.accessAccount.findFirst({
    where: { userId: id, providerId: 'credential' },
    include: { user: { select: { email: true } } },
  })
  if (!account?.password || !(await verifyPassword({ hash: account.password, password: before }))) return 'wrong'
  const fault = await passwordFault(after, account.user.email)
  if (fault !== null) return fault
  const password = await hashPassword(after)
  await prisma.$transaction(async (transaction) => {
    await transaction.accessAccount.update({ where: { id: account.id }, data: { password } })
    await transaction.accessSession.deleteMany({ where: { userId: id } })
    await recordEvent(actor, 'password-changed', {}, transaction)
  })
  await forgetAttempts(`password ${id}`)
  return null
}
