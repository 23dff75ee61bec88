import { prisma } from '@/lib/db/client'
import type { Grants, Role } from '../reader-types'

export interface ListedPerson {
  id: string
  name: string
  email: string
  role: Role
  grants: Grants
  /** Whether a code is asked for after the password, or there is a passkey. */
  hasSecondFactor: boolean
  state: 'active' | 'ended' | 'erased'
  /** The last sign-in whose session still exists; null without one. */
  signedInAt: Date | null
}

/** Returns everybody who has an account or had one, by name. */
export async function getPeople(): Promise<ListedPerson[]> {
  const people = await prisma.accessUser.findMany({
    include: {
      grants: true,
      _count: { select: { passkeys: true } },
      sessions: { select: { createdAt: true }, orderBy: { createdAt: 'desc' }, take: 1 },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return people.map(({ id, name, email, role, grants, endedAt, erasedAt, sessions, twoFactorEnabled, _count }) => {
    const codesOf = (kind: string) => grants.filter((grant) => grant.kind === kind).map(({ code }) => code)
    return {
      id,
      name,
      email,
      role,
      grants: { markets: codesOf('market'), series: codesOf('series') },
      hasSecondFactor: twoFactorEnabled || _count.passkeys > 0,
      state: erasedAt !== null ? 'erased' : endedAt !== null ? 'ended' : 'active',
      signedInAt: sessions[0]?.createdAt ?? null,
    }
  })
}
