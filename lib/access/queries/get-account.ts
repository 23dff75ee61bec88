import { prisma } from '@/lib/db/client'
import { accessSecret } from '../sessions/access-secret'
import { sessionTokenOf } from '../sessions/session-cookie'
import type { ListedToken } from './get-tokens'
import { getTokens } from './get-tokens'

/** A browser in which the person is signed in. */
export interface ListedSession {
  id: string
  /** As the browser names itself; null when it does not. */
  userAgent: string | null
  /** Network address at the sign-in; null when unknown. */
  address: string | null
  signedInAt: Date
  expiresAt: Date
  /** Whether it is the session of this request. */
  isCurrent: boolean
}

export interface Account {
  name: string
  email: string
  hasPassword: boolean
  sessions: ListedSession[]
  tokens: ListedToken[]
}

/** Returns what `/account` shows of a person; null when there is no such person. */
export async function getAccount(id: string, headers: Headers): Promise<Account | null> {
  const current = sessionTokenOf(headers.get('cookie') ?? undefined, await accessSecret())
  const person = await prisma.accessUser.findUnique({
    where: { id },
    include: {
      sessions: { where: { expiresAt: { gt: new Date() } }, orderBy: { createdAt: 'desc' } },
      accounts: { where: { providerId: 'credential' }, select: { id: true } },
    },
  })
  if (person === null) return null
  return {
    name: person.name,
    email: person.email,
    hasPassword: person.accounts.length > 0,
    tokens: await getTokens(id),
    sessions: person.sessions.map((session) => ({
      id: session.id,
      userAgent: session.userAgent || null,
      address: session.ipAddress || null,
      signedInAt: session.createdAt,
      expiresAt: session.expiresAt,
      isCurrent: session.token === current,
    })),
  }
}
