import { prisma } from '@/lib/db/client'
import { clientAddress } from '../audit/actor'
import { recordEvent } from '../audit/record-event'
import { countAttempt, forgetAttempts } from './attempt-limits'
import { accessAuth, unlessRefused } from './auth'
import { endSession } from './end-session'
import { secondStepCookie } from './second-step'

/** `cookies`: lines of Set-Cookie. The same refusal for an unknown e-mail, a wrong password and a person without access. */
export type SignIn =
  | { kind: 'signed-in'; cookies: string[] }
  /** The password is right, and a code must follow. */
  | { kind: 'second-step'; cookies: string[] }
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
  await forgetAttempts(email)
  const second = secondStepCookie(cookies)
  if (second !== null) return { kind: 'second-step', cookies: [second] }
  await endSession(headers)
  await recordEvent({ kind: 'person', id: subject, address }, 'sign-in')
  return { kind: 'signed-in', cookies }
}

/**
 * Checks the password, in the same time for an e-mail that is unknown, and returns the cookies of a new session, or of the
 * second step.
 */
async function newSession(email: string, password: string, headers: Headers): Promise<string[] | null> {
  const { api } = await accessAuth()
  const signedIn = await unlessRefused(() =>
    api.signInEmail({ body: { email, password }, headers, returnHeaders: true }),
  )
  return signedIn?.headers.getSetCookie() ?? null
}
