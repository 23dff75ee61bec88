import { passkey } from '@better-auth/passkey'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { prisma } from '@/lib/db/client'
import { readEnv } from '@/lib/db/env'
import { logError } from '@/lib/log/log'
import { PASSWORD_MAX, PASSWORD_MIN } from '../passwords/password-fault'
import { invitedAs, noteInvitationUsed } from '../people/accept-invitation'
import { accessSecret } from './access-secret'
import { COOKIE_PREFIX, hasSecureCookies, SESSION_DAYS } from './session-cookie'

/** The id of the OpenID provider, in its addresses and in the table of accounts. */
export const PROVIDER = 'oidc'

type Auth = ReturnType<typeof makeAuth>
let kept: { secret: string; auth: Auth } | null = null

/** Returns better-auth with our tables. People are made by invitations alone; limits and audit are ours. */
export async function accessAuth(): Promise<Auth> {
  const secret = await accessSecret()
  if (kept?.secret !== secret) kept = { secret, auth: makeAuth(secret) }
  return kept.auth
}

/** Lets the provider be asked for its description again, after it did not answer. */
export function forgetAuth(): void {
  kept = null
}

/** The name of the product in authenticator apps and in what a browser asks before it uses a passkey. */
export const PRODUCT = 'Factor Weekly'
/** Minutes in which the code must follow the password. */
const SECOND_STEP_MINUTES = 10

function makeAuth(secret: string) {
  const baseURL = publicOrigin()
  return betterAuth({
    appName: PRODUCT,
    secret,
    baseURL,
    basePath: '/api/auth',
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    user: {
      modelName: 'accessUser',
      additionalFields: { role: { type: 'string', input: false, required: false } },
    },
    account: { modelName: 'accessAccount', accountLinking: { enabled: true } },
    verification: { modelName: 'accessVerification' },
    session: {
      modelName: 'accessSession',
      expiresIn: SESSION_DAYS * 24 * 3600,
      disableSessionRefresh: true,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    plugins: [secondFactor(), passkeys(baseURL), ...providers()],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: { cookiePrefix: COOKIE_PREFIX, useSecureCookies: hasSecureCookies() },
    databaseHooks: {
      session: { create: { before: async ({ userId }) => refuseUnless(await hasAccess(userId), 'ACCESS_ENDED') } },
      user: {
        create: {
          before: async ({ email, emailVerified }) => {
            const role = emailVerified ? await invitedAs(email) : null
            refuseUnless(role !== null, 'NOT_INVITED')
            return { data: { role } }
          },
          after: async ({ id, email }) => noteInvitationUsed(id, email),
        },
      },
    },
    logger: {
      level: 'error',
      log: (_level, message, ...details) => logError(`Sign-in: ${message}`, details[0]),
    },
  })
}

/** Returns scheme and host under which readers reach this server, as far as it is set. */
function publicOrigin(): string {
  const { PUBLIC_URL, PORT } = readEnv(process.env)
  return PUBLIC_URL ?? `http://localhost:${PORT}`
}

/** Codes of an authenticator app (RFC 6238) and backup codes. The limits of attempts are ours. */
function secondFactor() {
  return twoFactor({
    schema: { twoFactor: { modelName: 'accessTwoFactor' } },
    twoFactorCookieMaxAge: SECOND_STEP_MINUTES * 60,
    accountLockout: { enabled: false },
  })
}

/**
 * Passkeys of this host. The plugin lets an authenticator leave out who uses it; here it must ask for a finger, face or
 * PIN, so that a passkey is two factors.
 */
function passkeys(baseURL: string) {
  const { hostname } = new URL(baseURL)
  return passkey({
    rpID: hostname,
    rpName: PRODUCT,
    schema: { passkey: { modelName: 'accessPasskey' } },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    advanced: { webAuthnChallengeCookie: 'passkey_challenge' },
    registration: {
      afterVerification: async ({ verification }) =>
        refuseUnless(verification.registrationInfo?.userVerified === true, 'NOT_VERIFIED'),
    },
    authentication: {
      afterVerification: async ({ verification }) =>
        refuseUnless(verification.authenticationInfo.userVerified, 'NOT_VERIFIED'),
    },
  })
}

/** Returns what a call of better-auth gives; null when it refuses. */
export async function unlessRefused<Result>(call: () => Promise<Result>): Promise<Result | null> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof APIError && (Number(error.statusCode) < 500 || error.body?.code === UNFIT)) return null
    throw error
  }
}

/** The plugin of passkeys answers 500 to a new passkey that does not fit its question. */
const UNFIT = 'FAILED_TO_VERIFY_REGISTRATION'

/** Throws what better-auth answers as a refusal, without logging a failure. */
function refuseUnless(isAllowed: boolean, code: string): void {
  if (!isAllowed) throw new APIError('FORBIDDEN', { code, message: 'no access' })
}

/** The provider must say that an e-mail is verified, or it could take over the account with this e-mail. */
function providers() {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = readEnv(process.env)
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined) return []
  return [
    genericOAuth({
      config: [
        {
          providerId: PROVIDER,
          discoveryUrl: `${OIDC_ISSUER}/.well-known/openid-configuration`,
          clientId: OIDC_CLIENT_ID,
          clientSecret: OIDC_CLIENT_SECRET,
          scopes: ['openid', 'email', 'profile'],
          pkce: true,
          requireIdTokenVerification: true,
        },
      ],
    }),
  ]
}

/** Somebody whose access was taken away gets no session. */
async function hasAccess(id: string): Promise<boolean> {
  const person = await prisma.accessUser.findUnique({ where: { id } })
  return person !== null && person.endedAt === null
}
