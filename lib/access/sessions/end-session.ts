import { prisma } from '@/lib/db/client'
import { accessSecret } from './access-secret'
import { sessionTokenOf } from './session-cookie'

/** Deletes the session of a request, if it has one. */
export async function endSession(headers: Headers): Promise<void> {
  const token = sessionTokenOf(headers.get('cookie') ?? undefined, await accessSecret())
  if (token !== null) await prisma.accessSession.deleteMany({ where: { token } })
}
