import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
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

function makeAuth(secret: string) {
  const { PUBLIC_URL, PORT } = readEnv(process.env)
  return betterAuth({
    secret,
    baseURL: PUBLIC_URL ?? `http://localhost:${PORT}`,
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
    plugins: providers(),
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
