import { APIError } from 'better-auth/api'
import { prisma } from '@/lib/db/client'
import { clientAddress } from '../audit/actor'
import { recordEvent } from '../audit/record-event'
import { accessSecret } from './access-secret'
import { countAttempt, forgetAttempts } from './attempt-limits'
import { accessAuth } from './auth'
import { sessionTokenOf } from './session-cookie'

/** `cookies`: lines of Set-Cookie. The same refusal for an unknown e-mail, a wrong password and a person without access. */
export type SignIn =
  | { kind: 'signed-in'; cookies: string[] }
  | { kind: 'refused' }
  | { kind: 'too-many'; retryAfterS: number }

interface Credentials {
  email: string
  password: string
  /** Headers of the request. */
  headers: Headers
}

/**
 * Signs a person in, in a new session. A session that the browser had before ends, so that nobody who knew its cookie is
 * signed in as this person.
 */
export async function signIn({ email: given, password, headers }: Credentials): Promise<SignIn> {
  const [email, address] = [given.trim().toLowerCase(), clientAddress(headers)]
  const retryAfterS = await countAttempt({ address, account: email })
  const person = await prisma.accessUser.findUnique({ where: { email }, select: { id: true } })
  const [subject, unknown] = [person?.id ?? null, { kind: 'unknown', id: null, address } as const]
  if (retryAfterS !== null) {
    await recordEvent(unknown, 'sign-in-limited', { subject })
    return { kind: 'too-many', retryAfterS }
  }
  const cookies = await newSession(email, password, headers)
  if (cookies === null || subject === null) {
    await recordEvent(unknown, 'sign-in-failed', { subject })
    return { kind: 'refused' }
  }
  await endSession(headers)
  await forgetAttempts(email)
  await recordEvent({ kind: 'person', id: subject, address }, 'sign-in')
  return { kind: 'signed-in', cookies }
}

/** Deletes the session of a request, if it has one. */
export async function endSession(headers: Headers): Promise<void> {
  const token = sessionTokenOf(headers.get('cookie') ?? undefined, await accessSecret())
  if (token !== null) await prisma.accessSession.deleteMany({ where: { token } })
}

/** Checks the password, in the same time for an e-mail that is unknown, and returns the cookies of a new session. */
async function newSession(email: string, password: string, headers: Headers): Promise<string[] | null> {
  const { api } = await accessAuth()
  try {
    const signedIn = await api.signInEmail({ body: { email, password }, headers, returnHeaders: true })
    return signedIn.headers.getSetCookie()
  } catch (error) {
    if (error instanceof APIError && Number(error.statusCode) < 500) return null
    throw error
  }
}
