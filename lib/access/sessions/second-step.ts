/** The second step of signing in, for who wants one: a code of an authenticator app, or a backup code. */
import { prisma } from '@/lib/db/client'
import { clientAddress } from '../audit/actor'
import { recordEvent } from '../audit/record-event'
import { accessSecret } from './access-secret'
import { countAttempt, forgetAttempts, isFirstUse } from './attempt-limits'
import { accessAuth, unlessRefused } from './auth'
import { endSession } from './end-session'
import { cookieName, sessionCookieName, signedValueOf } from './session-cookie'

/** The cookie between the two steps: it says who has given the right password. */
const COOKIE = 'two_factor'

/** `expired`: the password must be given again. `refused`: the code is wrong, or was used before. */
export type SecondStep =
  | { kind: 'signed-in'; cookies: string[] }
  | { kind: 'refused' }
  | { kind: 'expired' }
  | { kind: 'too-many'; retryAfterS: number }

/** Returns the line of Set-Cookie that leads to the second step; null when a session was made instead. */
export function secondStepCookie(lines: readonly string[]): string | null {
  return lines.find((line) => line.startsWith(`${cookieName(COOKIE)}=`) && !/Max-Age=0/i.test(line)) ?? null
}

/** Returns the id of the person who has given the right password in this browser; null without one, or too late. */
export async function personAtSecondStep(headers: Headers): Promise<string | null> {
  const identifier = signedValueOf(cookieName(COOKIE), headers.get('cookie') ?? undefined, await accessSecret())
  if (identifier === null) return null
  const begun = await prisma.accessVerification.findFirst({ where: { identifier, expiresAt: { gt: new Date() } } })
  return begun?.value ?? null
}

/** Signs a person in who has given the right password, by a code, in a new session. */
export async function takeSecondStep(given: string, headers: Headers): Promise<SecondStep> {
  const [person, address] = [await personAtSecondStep(headers), clientAddress(headers)]
  if (person === null) return { kind: 'expired' }
  const unknown = { kind: 'unknown', id: null, address } as const
  const retryAfterS = await countAttempt({ address, account: ofCodes(person) })
  if (retryAfterS !== null) {
    await recordEvent(unknown, 'sign-in-limited', { subject: person })
    return { kind: 'too-many', retryAfterS }
  }
  const code = given.replace(/\s/g, '')
  const by = /^\d{6}$/.test(code) ? 'code' : 'backup-code'
  const cookies = (await isFirstUse(person, code)) ? await newSession(by, code, headers) : null
  if (cookies === null) {
    await recordEvent(unknown, 'sign-in-failed', { subject: person, details: { by } })
    return { kind: 'refused' }
  }
  await endSession(headers)
  await forgetAttempts(ofCodes(person))
  await recordEvent({ kind: 'person', id: person, address }, 'sign-in', { details: { by } })
  return { kind: 'signed-in', cookies }
}

/** Returns under which name attempts at the codes of a person are counted. */
export function ofCodes(person: string): string {
  return `code ${person}`
}

/** Checks a code and returns the cookies of a new session; null when it is wrong. */
async function newSession(by: 'code' | 'backup-code', code: string, headers: Headers): Promise<string[] | null> {
  const { api } = await accessAuth()
  // With a session of somebody else in this browser, better-auth would ask for the code of that person.
  const call = { body: { code }, headers: withoutSession(headers), returnHeaders: true } as const
  const checked = await unlessRefused(() => (by === 'code' ? api.verifyTOTP(call) : api.verifyBackupCode(call)))
  return checked?.headers.getSetCookie() ?? null
}

/** Returns the headers of a request as of a browser in which nobody is signed in. */
export function withoutSession(headers: Headers): Headers {
  const bare = new Headers(headers)
  const cookies = headers.get('cookie')?.split(/;\s*/) ?? []
  const kept = cookies.filter((cookie) => !cookie.startsWith(`${sessionCookieName()}=`))
  bare.set('cookie', kept.join('; '))
  return bare
}
