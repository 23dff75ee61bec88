/** Passkeys (WebAuthn, level 3): a key of a device or password manager that signs in without a password. */
import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { type Actor, clientAddress } from '../audit/actor'
import { recordEvent } from '../audit/record-event'
import { countAttempt, forgetAttempts } from '../sessions/attempt-limits'
import { accessAuth, unlessRefused } from '../sessions/auth'
import { endSession } from '../sessions/end-session'
import { withoutSession } from '../sessions/second-step'

type Person = Actor & { id: string }

const credential = {
  id: z.string().min(1).max(1_400),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()),
}

/** What a browser answers when a passkey is added. The library checks the contents. */
export const newPasskeyResponse = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z
      .array(z.string().regex(/^[\w-]{1,20}$/))
      .max(10)
      .optional(),
  }),
})

/** What a browser answers when a passkey signs in. */
export const passkeyResponse = z.object({
  ...credential,
  response: z.object({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string() }),
})

/** What a browser is asked for, with the lines of Set-Cookie that remember the challenge. */
export interface PasskeyQuestion {
  options: unknown
  cookies: string[]
}

/** Begins to add a passkey; null when the person signed in more than a day ago, and must do so again first. */
export async function askForPasskey(headers: Headers): Promise<PasskeyQuestion | null> {
  const { api } = await accessAuth()
  const asked = await unlessRefused(() =>
    api.generatePasskeyRegistrationOptions({ headers, query: {}, returnHeaders: true }),
  )
  return asked === null ? null : { options: asked.response, cookies: asked.headers.getSetCookie() }
}

/** Adds the passkey of a browser's answer. Returns false when it does not fit the question, or proves nobody's presence. */
export async function addPasskey(
  actor: Person,
  { response, name }: { response: z.output<typeof newPasskeyResponse>; name: string },
  headers: Headers,
): Promise<boolean> {
  const { api } = await accessAuth()
  const added = await unlessRefused(() => api.verifyPasskeyRegistration({ body: { response, name }, headers }))
  if (added === null) return false
  await recordEvent(actor, 'passkey-added', { subject: actor.id, details: { passkey: added.id } })
  return true
}

/** Gives a person's passkey another name. Returns false when the person has no such passkey. */
export async function renamePasskey(actor: Person, id: string, name: string): Promise<boolean> {
  const { count } = await prisma.accessPasskey.updateMany({ where: { id, userId: actor.id }, data: { name } })
  if (count > 0) await recordEvent(actor, 'passkey-renamed', { subject: actor.id, details: { passkey: id } })
  return count > 0
}

/** Removes a person's passkey. Returns false when the person has no such passkey. */
export async function removePasskey(actor: Person, id: string): Promise<boolean> {
  const { count } = await prisma.accessPasskey.deleteMany({ where: { id, userId: actor.id } })
  if (count > 0) await recordEvent(actor, 'passkey-removed', { subject: actor.id, details: { passkey: id } })
  return count > 0
}

/** Begins to sign in by a passkey: the same question for everybody, since the passkey says whose it is. */
export async function askToSignIn(headers: Headers): Promise<PasskeyQuestion> {
  const { api } = await accessAuth()
  const asked = await api.generatePasskeyAuthenticationOptions({
    headers: withoutSession(headers),
    returnHeaders: true,
  })
  return { options: { ...asked.response, userVerification: 'required' }, cookies: asked.headers.getSetCookie() }
}

/** As for a password. */
export type PasskeySignIn = { kind: 'signed-in'; cookies: string[] } | { kind: 'refused' } | { kind: 'too-many' }

/** Signs in by a browser's answer, in a new session. A passkey is two factors, so no code is asked for. */
export async function signInByPasskey(
  response: z.output<typeof passkeyResponse>,
  headers: Headers,
): Promise<PasskeySignIn> {
  const [address, account] = [clientAddress(headers), `passkey ${response.id}`]
  const waits = await countAttempt({ address, account })
  const owner = await prisma.accessPasskey.findUnique({
    where: { credentialID: response.id },
    select: { userId: true },
  })
  const [subject, unknown] = [owner?.userId ?? null, { kind: 'unknown', id: null, address } as const]
  const details = { by: 'passkey' }
  if (waits !== null) {
    await recordEvent(unknown, 'sign-in-limited', { subject, details })
    return { kind: 'too-many' }
  }
  const { api } = await accessAuth()
  const call = { body: { response }, headers: withoutSession(headers), returnHeaders: true } as const
  const signedIn = await unlessRefused(() => api.verifyPasskeyAuthentication(call))
  if (signedIn === null) {
    await recordEvent(unknown, 'sign-in-failed', { subject, details })
    return { kind: 'refused' }
  }
  await endSession(headers)
  await forgetAttempts(account)
  await recordEvent({ kind: 'person', id: signedIn.response.user.id, address }, 'sign-in', { details })
  return { kind: 'signed-in', cookies: signedIn.headers.getSetCookie() }
}
