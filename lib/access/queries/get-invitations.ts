import { prisma } from '@/lib/db/client'
import type { Role } from '../reader-types'

export interface ListedInvitation {
  id: string
  email: string
  role: Role
  createdAt: Date
  expiresAt: Date
  isExpired: boolean
}

/** Returns the invitations that were neither used nor revoked, the newest first. */
export async function getInvitations(): Promise<ListedInvitation[]> {
  const open = await prisma.accessInvitation.findMany({
    where: { usedAt: null, revokedAt: null },
    orderBy: { createdAt: 'desc' },
  })
  return open.map(({ id, email, role, createdAt, expiresAt }) => ({
    id,
    email,
    role,
    createdAt,
    expiresAt,
    isExpired: expiresAt <= new Date(),
  }))
}
