/** Signing in at an OpenID provider: to the provider, and back with a session. */
import { prisma } from '@/lib/db/client'
import { readEnv } from '@/lib/db/env'
import { logWarning } from '@/lib/log/log'
import { clientAddress } from '../audit/actor'
import { recordEvent } from '../audit/record-event'
import { accessSecret } from './access-secret'
import { accessAuth, forgetAuth, PROVIDER } from './auth'
import { endSession } from './end-session'
import { sessionTokenOf } from './session-cookie'

interface Leaving {
  /** Path to which signing in leads. */
  to: string
  /** Path of the page that says that it failed. */
  failed: string
  headers: Headers
}

/** Returns the address of the provider, with the cookies of this attempt; null when it does not answer. */
export async function leaveForProvider({
  to,
  failed,
  headers,
}: Leaving): Promise<{ url: string; cookies: string[] } | null> {
  const { api } = await accessAuth()
  try {
    const left = await api.signInSocial({
      body: { provider: PROVIDER, callbackURL: to, errorCallbackURL: failed, disableRedirect: true },
      headers,
      returnHeaders: true,
    })
    const { url } = left.response
    return url === undefined ? null : { url, cookies: left.headers.getSetCookie() }
  } catch (error) {
    logWarning('The OpenID provider could not be asked', error)
    forgetAuth()
    return null
  }
}

/** Answers the request with which the provider sends somebody back: in a new session to the page, or to the fault. */
export async function returnFromProvider(request: Request): Promise<Response> {
  const { handler } = await accessAuth()
  const response = await handler(request)
  const address = clientAddress(request.headers)
  const cookies = response.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '')
  const token = sessionTokenOf(cookies.join('; '), await accessSecret())
  const session = token === null ? null : await prisma.accessSession.findUnique({ where: { token } })
  if (session === null) {
    await recordEvent({ kind: 'unknown', id: null, address }, 'sign-in-failed', { details: { by: PROVIDER } })
    return response
  }
  await endSession(request.headers)
  await recordEvent({ kind: 'person', id: session.userId, address }, 'sign-in', { details: { by: PROVIDER } })
  return response
}

/** Returns whether people may sign in at a provider. */
export function hasProvider(): boolean {
  const { AUTH, OIDC_ISSUER } = readEnv(process.env)
  return AUTH !== 'off' && OIDC_ISSUER !== undefined
}
