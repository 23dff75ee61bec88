/** Codes of an authenticator app, as people switch them on and off in their own account. */
import { prisma } from '@/lib/db/client'
import type { Actor } from '../audit/actor'
import { recordEvent } from '../audit/record-event'
import { accessSecret } from '../sessions/access-secret'
import { countAttempt, forgetAttempts } from '../sessions/attempt-limits'
import { accessAuth, unlessRefused } from '../sessions/auth'
import { ofCodes } from '../sessions/second-step'
import { sessionTokenOf } from '../sessions/session-cookie'

type Person = Actor & { id: string }

/** Why nothing was changed. `gone`: what the form was for has changed meanwhile. */
export type CodesFault = 'wrong' | 'code' | 'too-many' | 'gone'

/** What was changed: lines of Set-Cookie of the new session, and backup codes that are shown now and never again. */
export interface CodesChange {
  cookies: string[]
  backupCodes: string[]
}

/** Makes a new secret for an authenticator app. Nothing is asked for at the sign-in until a first code was typed. */
export async function beginCodes(actor: Person, password: string, headers: Headers): Promise<CodesFault | null> {
  if (await hasCodes(actor.id)) return 'gone'
  const begun = await withPassword(actor, async () =>
    (await accessAuth()).api.enableTwoFactor({ body: { password }, headers }),
  )
  return typeof begun === 'string' ? begun : null
}

/** Forgets the secret of an app that was never confirmed. Returns false when there is none. */
export async function cancelCodes({ id }: Person): Promise<boolean> {
  const { count } = await prisma.accessTwoFactor.deleteMany({ where: { userId: id, verified: false } })
  return count > 0
}

/**
 * Switches codes on by the first one that the app shows. The session is made anew, and all others end: they were begun
 * without a second factor.
 */
export async function confirmCodes(actor: Person, code: string, headers: Headers): Promise<CodesFault | CodesChange> {
  const { id, address } = actor
  if ((await prisma.accessTwoFactor.count({ where: { userId: id, verified: false } })) === 0) return 'gone'
  if ((await countAttempt({ address, account: ofCodes(id) })) !== null) return 'too-many'
  const { api } = await accessAuth()
  const call = { body: { code: code.replace(/\s/g, '') }, headers, returnHeaders: true } as const
  const checked = await unlessRefused(() => api.verifyTOTP(call))
  if (checked === null) return 'code'
  const cookies = checked.headers.getSetCookie()
  const token = sessionTokenOf(pairsOf(cookies), await accessSecret())
  await prisma.accessSession.deleteMany({ where: { userId: id, ...(token === null ? {} : { token: { not: token } }) } })
  await forgetAttempts(ofCodes(id))
  await recordEvent(actor, 'second-factor-on', { subject: id })
  const { backupCodes } = await api.viewBackupCodes({ body: { userId: id } })
  return { cookies, backupCodes }
}

/** Makes new backup codes; the ones before stop working. */
export async function renewBackupCodes(
  actor: Person,
  password: string,
  headers: Headers,
): Promise<CodesFault | CodesChange> {
  if (!(await hasCodes(actor.id))) return 'gone'
  const made = await withPassword(actor, async () =>
    (await accessAuth()).api.generateBackupCodes({ body: { password }, headers }),
  )
  if (typeof made === 'string') return made
  await recordEvent(actor, 'backup-codes-made', { subject: actor.id })
  return { cookies: [], backupCodes: made.backupCodes }
}

/** Switches codes off. The session is made anew. */
export async function endCodes(actor: Person, password: string, headers: Headers): Promise<CodesFault | CodesChange> {
  if (!(await hasCodes(actor.id))) return 'gone'
  const ended = await withPassword(actor, async () =>
    (await accessAuth()).api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
  )
  if (typeof ended === 'string') return ended
  await recordEvent(actor, 'second-factor-off', { subject: actor.id })
  return { cookies: ended.headers.getSetCookie(), backupCodes: [] }
}

/** Runs a call that checks the password, within the limits of attempts; it may be refused for the password alone. */
async function withPassword<Result>(
  { id, address }: Person,
  call: () => Promise<Result>,
): Promise<Result | 'wrong' | 'too-many'> {
  const account = `password ${id}`
  if ((await countAttempt({ address, account })) !== null) return 'too-many'
  const result = await unlessRefused(call)
  if (result === null) return 'wrong'
  await forgetAttempts(account)
  return result
}

async function hasCodes(userId: string): Promise<boolean> {
  return (await prisma.accessTwoFactor.count({ where: { userId, verified: true } })) > 0
}

/** Returns lines of Set-Cookie as a browser sends them back. */
function pairsOf(lines: readonly string[]): string {
  return lines.map((line) => line.split(';', 1)[0]).join('; ')
}
