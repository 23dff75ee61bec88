import { prisma } from '@/lib/db/client'
import type { Actor } from '../audit/actor'
import { recordEvent } from '../audit/record-event'
import { endSession } from './end-session'
import { hasSecureCookies, sessionCookieName } from './session-cookie'

/** Ends the session of a request. Returns the lines of Set-Cookie that remove its cookie. */
export async function signOut(actor: Actor, headers: Headers): Promise<string[]> {
  await endSession(headers)
  await recordEvent(actor, 'sign-out')
  return [removedCookie()]
}

/** Ends every session of a person. Returns the lines of Set-Cookie that remove the cookie of this one. */
export async function signOutEverywhere(actor: Actor & { id: string }): Promise<string[]> {
  await prisma.accessSession.deleteMany({ where: { userId: actor.id } })
  await recordEvent(actor, 'sign-out-everywhere')
  return [removedCookie()]
}

/** Ends one session of a person, in another browser. Returns false when the person has no such session. */
export async function endOneSession(actor: Actor & { id: string }, sessionId: string): Promise<boolean> {
  const { count } = await prisma.accessSession.deleteMany({ where: { id: sessionId, userId: actor.id } })
  if (count > 0) await recordEvent(actor, 'session-ended', { subject: actor.id })
  return count > 0
}

function removedCookie(): string {
  return `${sessionCookieName()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${hasSecureCookies() ? '; Secure' : ''}`
}
