/** Accounts for tests, and forms as browsers send them. */
import { createHmac, randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { COMMAND } from '@/lib/access/audit/actor'
import { answerInvitation, answerSignIn } from '@/lib/access/forms/answer-sign-in'
import { invitationOrder } from '@/lib/access/people/invitation-order'
import { invite } from '@/lib/access/people/invite'
import type { Role } from '@/lib/access/reader'
import { accessSecret } from '@/lib/access/sessions/access-secret'
import { sessionCookieName } from '@/lib/access/sessions/session-cookie'
import { prisma } from '@/lib/db/client'

export const ORIGIN = 'http://localhost:3000'
export const PASSWORD = 'every horse reads on Monday'

/** Switches accounts on for the tests of a file, each of which begins without attempts that were counted. */
export function withAccounts(): void {
  beforeAll(() => {
    process.env.AUTH = 'accounts'
  })
  beforeEach(async () => {
    await prisma.accessAttempt.deleteMany()
  })
  afterAll(() => {
    delete process.env.AUTH
  })
}

/** Returns a form as a browser sends it from a page of this server. */
export function formRequest(
  path: string,
  fields: Record<string, string | string[]>,
  headers: Record<string, string> = {},
): Request {
  const pairs = Object.entries(fields).flatMap(([name, text]) => [text].flat().map((each) => [name, each]))
  return new Request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: new URLSearchParams(pairs),
    headers: { host: 'localhost:3000', origin: ORIGIN, 'x-forwarded-for': '192.0.2.7', ...headers },
  })
}

/** Returns the cookies that an answer sets, as a browser sends them back. */
export function cookiesOf({ headers }: Response): string {
  const lines = headers.getSetCookie().filter((line) => !/Max-Age=0/i.test(line))
  return lines.map((line) => line.split(';', 1)[0]).join('; ')
}

/** Sends the form of the sign-in. */
export function signInAs(email: string, password: string, headers: Record<string, string> = {}, to = '/') {
  return answerSignIn(formRequest('/api/auth/sign-in', { email, password, to }, headers))
}

/** Returns where an answer leads. */
export function locationOf({ headers }: Response): string | null {
  return headers.get('location')
}

/** Returns what the audit has of a person's actions, the oldest first. */
export async function actionsOf(id: string): Promise<string[]> {
  const events = await prisma.auditEvent.findMany({ where: { actorId: id }, orderBy: { id: 'asc' } })
  return events.map(({ action }) => action)
}

/** Makes the account of an e-mail as a person does, by an invitation, and returns its id and the cookie of its session. */
export async function acceptAs(
  email: string,
  role: string,
  grants: { markets?: string; series?: string } = {},
): Promise<Person> {
  const { path } = await invite(invitationOrder.parse({ email, role, ...grants }), COMMAND)
  const token = new URLSearchParams(path.split('?')[1]).get('token') ?? ''
  const name = email.split('@')[0] ?? ''
  const answer = await answerInvitation(formRequest('/api/auth/invitation', { token, name, password: PASSWORD }))
  const { id } = await prisma.accessUser.findUniqueOrThrow({ where: { email } })
  return { id, email, cookie: cookiesOf(answer) }
}

export interface Person {
  id: string
  email: string
  /** Of a session, as a browser sends it. */
  cookie: string
}

/** One for all: hashing takes a tenth of a second. */
let hash: Promise<string> | null = null

/** Writes a person with PASSWORD and a session into the store. */
export async function makePerson(role: Role): Promise<Person> {
  hash ??= hashPassword(PASSWORD)
  const id = randomUUID()
  const email = `${id}@example.com`
  await prisma.accessUser.create({ data: { id, name: role, email, role, emailVerified: true } })
  await prisma.accessAccount.create({
    data: { id: randomUUID(), userId: id, accountId: id, providerId: 'credential', password: await hash },
  })
  const token = randomUUID()
  const expiresAt = new Date(Date.now() + 3_600_000)
  await prisma.accessSession.create({ data: { id: randomUUID(), token, userId: id, expiresAt } })
  const signature = createHmac('sha256', await accessSecret())
    .update(token)
    .digest('base64')
  return { id, email, cookie: `${sessionCookieName()}=${encodeURIComponent(`${token}.${signature}`)}` }
}
