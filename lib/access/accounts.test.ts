import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import { acceptAs, cookiesOf, formRequest, makePerson, ORIGIN, PASSWORD } from '@/lib/testing/access/accounts'
import { emptyStore } from '@/lib/testing/database/test-store'
import { COMMAND } from './audit/actor'
import { answerAccount } from './forms/answer-account'
import { answerAdmin } from './forms/answer-admin'
import { answerInvitation, answerSignIn, answerSignOut } from './forms/answer-sign-in'
import { findInvitation } from './people/accept-invitation'
import { invitationOrder } from './people/invitation-order'
import { INVITATION_DAYS, invite } from './people/invite'
import { readerOf } from './reader'
import { countAttempt, LIMITS } from './sessions/attempt-limits'
import { accessAuth } from './sessions/auth'

emptyStore()

beforeAll(() => {
  process.env.AUTH = 'accounts'
})
afterAll(() => {
  delete process.env.AUTH
})
beforeEach(async () => {
  await prisma.accessAttempt.deleteMany()
})

const signIn = (email: string, password: string, headers: Record<string, string> = {}, to = '/') =>
  answerSignIn(formRequest('/api/auth/sign-in', { email, password, to }, headers))
const locationOf = ({ headers }: Response) => headers.get('location')
const actionsOf = async (id: string) => {
  const events = await prisma.auditEvent.findMany({ where: { actorId: id }, orderBy: { id: 'asc' } })
  return events.map(({ action }) => action)
}

describe('an invitation', () => {
  it('makes an account with its role and grants, and signs in', async () => {
    const { id, cookie } = await acceptAs('client@example.com', 'client', { markets: 'CN, HK' })
    expect(await readerOf({ cookie })).toEqual({
      kind: 'person',
      id,
      name: 'client',
      role: 'client',
      grants: { markets: ['CN', 'HK'], series: [] },
      tokenScopes: null,
    })
    expect(await actionsOf(id)).toEqual(['invitation-used', 'sign-in'])
  })

  it('works once, not after it was replaced, revoked or expired, and is not stored itself', async () => {
    const email = 'invited@example.com'
    const order = invitationOrder.parse({ email, role: 'viewer' })
    const secretOf = ({ path }: { path: string }) => path.split('token=')[1] ?? ''
    const [first, second] = [secretOf(await invite(order, COMMAND)), secretOf(await invite(order, COMMAND))]
    expect([await findInvitation(first), await findInvitation(second)]).toEqual([
      null,
      { email, role: 'viewer', isKnown: false },
    ])
    expect(JSON.stringify(await prisma.accessInvitation.findMany())).not.toContain(second)
    const accept = () =>
      answerInvitation(formRequest('/api/auth/invitation', { token: second, name: 'A', password: PASSWORD }))
    const both = await Promise.all([accept(), accept()])
    expect(both.map(locationOf).sort()).toEqual(['/account', '/sign-in/invitation'])
    const third = secretOf(await invite(order, COMMAND))
    expect((await findInvitation(third))?.isKnown).toBe(true)
    await prisma.accessInvitation.updateMany({ data: { expiresAt: new Date() } })
    expect(await findInvitation(third)).toBeNull()
    expect(INVITATION_DAYS).toBe(7)
  })

  it.each([
    ['short', 'eleven-char'],
    ['common', 'unbelievable'],
    ['common', 'aaaaaaaaaaaaaaa'],
    ['email', 'aa-pass@example.com-bb'],
  ])('refuses a password that is %s', async (fault, password) => {
    const { path } = await invite(invitationOrder.parse({ email: 'pass@example.com', role: 'viewer' }), COMMAND)
    const token = path.split('token=')[1] ?? ''
    const answer = await answerInvitation(formRequest('/api/auth/invitation', { token, name: 'A', password }))
    expect(locationOf(answer)).toBe(`/sign-in/invitation?token=${token}&fault=${fault}`)
    expect(answer.headers.getSetCookie()).toEqual([])
  })
})

describe('signing in', () => {
  it('gives a cookie that scripts and other sites do not get, and that better-auth knows too', async () => {
    const { id, email } = await makePerson('viewer')
    const answer = await signIn(` ${email.toUpperCase()} `, PASSWORD, {}, '/en/factors?line=drawdown')
    expect([answer.status, locationOf(answer)]).toEqual([303, '/en/factors?line=drawdown'])
    const [line = ''] = answer.headers.getSetCookie()
    expect(line).toMatch(/^factor-weekly\.session_token=.*HttpOnly/)
    expect(line).toContain('SameSite=Lax')
    const cookie = cookiesOf(answer)
    expect(await readerOf({ cookie })).toMatchObject({ id, role: 'viewer' })
    const known = await (await accessAuth()).api.getSession({ headers: new Headers({ cookie }) })
    expect(known?.user.id).toBe(id)
    const forged = cookie.replace(/token=(.)/, (_, first) => `token=${first === 'a' ? 'b' : 'a'}`)
    expect(await readerOf({ cookie: forged })).toBeNull()
  })

  it('says the same about an unknown e-mail, a wrong password and ended access', async () => {
    const [{ email }, ended] = [await makePerson('viewer'), await makePerson('viewer')]
    await prisma.accessUser.update({ where: { id: ended.id }, data: { endedAt: new Date() } })
    const answers = [
      await signIn(email, 'another password'),
      await signIn('nobody@example.com', PASSWORD),
      await signIn(ended.email, PASSWORD),
      await signIn('no e-mail', ''),
    ]
    const shown = await Promise.all(
      answers.map(async (answer) => [answer.status, [...answer.headers], await answer.text()]),
    )
    expect(new Set(shown.map((each) => JSON.stringify(each))).size).toBe(1)
    expect(locationOf(answers[0] as Response)).toBe('/sign-in?fault=refused&to=%2F')
  })

  it('hashes for an unknown e-mail too, so that the time says nothing', async () => {
    const { email } = await makePerson('viewer')
    const msOf = async (address: string) => {
      const begun = performance.now()
      await signIn(address, 'another password')
      return performance.now() - begun
    }
    await msOf(email)
    const [known, unknown] = [await msOf(email), await msOf('nobody@example.com')]
    expect(unknown).toBeGreaterThan(known / 4)
    expect(known).toBeGreaterThan(unknown / 4)
  })

  it('ends the session that the browser had before, which somebody else may know', async () => {
    const [attacker, victim] = [await makePerson('viewer'), await makePerson('admin')]
    const answer = await signIn(victim.email, PASSWORD, { cookie: attacker.cookie })
    expect(cookiesOf(answer)).not.toBe(attacker.cookie)
    expect(await readerOf({ cookie: attacker.cookie })).toBeNull()
  })

  it('is refused unread after too many attempts, for known and unknown e-mails, and counts anew after a success', async () => {
    const { email } = await makePerson('viewer')
    for (const address of [email, 'nobody-else@example.com']) {
      for (let attempt = 0; attempt < LIMITS.account; attempt += 1) {
        await countAttempt({ address: null, account: address })
      }
      const answer = await signIn(address, address === email ? PASSWORD : 'short')
      expect(locationOf(answer)).toMatch(/^\/sign-in\?fault=too-many&wait=1[45]&to=%2F$/)
    }
    await prisma.accessAttempt.deleteMany()
    expect(locationOf(await signIn(email, PASSWORD))).toBe('/')
    expect(JSON.stringify(await prisma.accessAttempt.findMany())).not.toContain('@')
  })

  it('is refused to pages of other sites', async () => {
    const { email } = await makePerson('viewer')
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: ORIGIN, 'sec-fetch-site': 'same-site' },
    ]) {
      const answer = await signIn(email, PASSWORD, headers)
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []])
    }
  })

  it('leads to no other site', async () => {
    const { email } = await makePerson('viewer')
    expect(locationOf(await signIn(email, PASSWORD, {}, '//evil.example'))).toBe('/')
  })

  it('ends by signing out, here or everywhere', async () => {
    const { email, cookie } = await makePerson('viewer')
    const others = [cookiesOf(await signIn(email, PASSWORD)), cookiesOf(await signIn(email, PASSWORD))]
    await answerSignOut(formRequest('/api/auth/sign-out', {}, { cookie }))
    expect(await readerOf({ cookie })).toBeNull()
    expect(await readerOf({ cookie: others[0] })).not.toBeNull()
    const answer = await answerAccount(
      formRequest('/api/auth/account', { action: 'sign-out-everywhere' }, { cookie: others[0] ?? '' }),
    )
    expect(answer.headers.getSetCookie()[0]).toContain('Max-Age=0')
    expect(await Promise.all(others.map((each) => readerOf({ cookie: each })))).toEqual([null, null])
  })

  it('ends by itself', async () => {
    const { id, cookie } = await makePerson('viewer')
    await prisma.accessSession.updateMany({ where: { userId: id }, data: { expiresAt: new Date() } })
    expect(await readerOf({ cookie })).toBeNull()
  })
})

describe('an account', () => {
  it('changes name and password, which ends every session', async () => {
    const { id, email, cookie } = await makePerson('viewer')
    const send = (fields: Record<string, string>) => answerAccount(formRequest('/api/auth/account', fields, { cookie }))
    expect(locationOf(await send({ action: 'name', name: 'New Name', lang: 'en' }))).toBe('/en/account?done=name')
    expect(locationOf(await send({ action: 'name', name: ' ' }))).toBe('/account?fault=form')
    const after = 'a wholly different sentence'
    expect(locationOf(await send({ action: 'password', before: 'wrong one here', after }))).toBe('/account?fault=wrong')
    expect(locationOf(await send({ action: 'password', before: PASSWORD, after: 'short' }))).toBe(
      '/account?fault=short',
    )
    expect(await readerOf({ cookie })).toMatchObject({ name: 'New Name' })
    expect(locationOf(await send({ action: 'password', before: PASSWORD, after }))).toBe(
      '/sign-in?done=password-changed',
    )
    expect(await readerOf({ cookie })).toBeNull()
    expect(locationOf(await signIn(email, after))).toBe('/')
    expect(await actionsOf(id)).toEqual(['name-changed', 'password-changed', 'sign-in'])
  })

  it('ends only its own sessions and revokes only its own tokens', async () => {
    const [one, other] = [await makePerson('viewer'), await makePerson('viewer')]
    const { id } = await prisma.accessSession.findFirstOrThrow({ where: { userId: other.id } })
    const send = (fields: Record<string, string | string[]>, cookie: string) =>
      answerAccount(formRequest('/api/auth/account', fields, { cookie }))
    expect(locationOf(await send({ action: 'end-session', id }, one.cookie))).toBe('/account?fault=gone')
    await send({ action: 'make-token', name: 'theirs', scopes: ['read'], days: '30' }, other.cookie)
    const token = await prisma.accessToken.findFirstOrThrow({ where: { userId: other.id } })
    expect(locationOf(await send({ action: 'revoke-token', id: token.id }, one.cookie))).toBe('/account?fault=gone')
    expect(await readerOf({ cookie: other.cookie })).not.toBeNull()
  })
})

describe('a token', () => {
  const tokenIn = (answer: Response) => {
    const value = /once=([^;]+)/.exec(answer.headers.getSetCookie().join())?.[1] ?? ''
    return JSON.parse(Buffer.from(value, 'base64url').toString()).text as string
  }
  const make = (cookie: string, scopes: string[]) =>
    answerAccount(
      formRequest('/api/auth/account', { action: 'make-token', name: 'loader', scopes, days: '30' }, { cookie }),
    )

  it('reads as its person, never administrates, and is not stored itself', async () => {
    const { id, cookie } = await makePerson('admin')
    const token = tokenIn(await make(cookie, ['read', 'import']))
    expect(token).toMatch(/^fw_[\w-]{43}$/)
    const reader = await readerOf({ authorization: `Bearer ${token}` })
    expect(reader).toMatchObject({ kind: 'token', name: 'loader', role: 'publisher', tokenScopes: ['read', 'import'] })
    const [kept] = await prisma.accessToken.findMany({ where: { userId: id } })
    expect(JSON.stringify(kept)).not.toContain(token)
    expect(kept?.lastUsedAt).not.toBeNull()
    expect(await readerOf({ authorization: `Bearer ${token}x`, cookie })).toBeNull()
    await prisma.accessToken.updateMany({ where: { userId: id }, data: { expiresAt: new Date() } })
    expect(await readerOf({ authorization: `Bearer ${token}` })).toBeNull()
  })

  it('may do no more than the role of its person, now and later', async () => {
    const { id, cookie } = await makePerson('researcher')
    expect(locationOf(await make(cookie, ['import']))).toBe('/account?fault=scope')
    const token = tokenIn(await make(cookie, ['read']))
    await prisma.accessUser.update({ where: { id }, data: { role: 'client' } })
    expect(await readerOf({ authorization: `Bearer ${token}` })).toMatchObject({
      role: 'client',
      grants: { markets: [], series: [] },
    })
    await prisma.accessUser.update({ where: { id }, data: { endedAt: new Date() } })
    expect(await readerOf({ authorization: `Bearer ${token}` })).toBeNull()
  })
})

describe('an administrator', () => {
  const send = (fields: Record<string, string>, cookie: string) =>
    answerAdmin(formRequest('/api/auth/admin', fields, { cookie }))

  it('changes a role, and the person signs in again', async () => {
    const [admin, person] = [await makePerson('admin'), await makePerson('viewer')]
    const fields = { action: 'role', id: person.id, role: 'client', markets: 'CN', series: 'a, b' }
    expect(locationOf(await send(fields, admin.cookie))).toBe('/admin?done=role')
    expect(await readerOf({ cookie: person.cookie })).toBeNull()
    const [event] = await prisma.auditEvent.findMany({ where: { subject: person.id } })
    expect(event).toMatchObject({ actorId: admin.id, action: 'role-changed', address: '192.0.2.7' })
    expect(event?.details).toEqual({ from: 'viewer', to: 'client', markets: ['CN'], series: ['a', 'b'] })
  })

  it('is the only one who may do any of this', async () => {
    const [person, publisher] = [await makePerson('viewer'), await makePerson('publisher')]
    for (const fields of [
      { action: 'role', id: publisher.id, role: 'admin' },
      { action: 'invite', email: 'x@example.com', role: 'admin' },
      { action: 'end-access', id: person.id },
      { action: 'erase', id: person.id },
      { action: 'revoke-token', id: randomUUID() },
    ]) {
      expect((await send(fields, publisher.cookie)).status).toBe(403)
      expect(locationOf(await send(fields, ''))).toBe('/sign-in')
    }
  })

  it('cannot remove the last administrator', async () => {
    await prisma.accessUser.updateMany({ where: { role: 'admin' }, data: { role: 'viewer' } })
    const { id, cookie } = await makePerson('admin')
    for (const fields of [
      { action: 'role', id, role: 'viewer' },
      { action: 'end-access', id },
      { action: 'erase', id },
    ]) {
      expect(locationOf(await send(fields, cookie))).toBe('/admin?fault=last-admin')
    }
  })

  it('erases a person; the audit keeps the id and what was done', async () => {
    const admin = await makePerson('admin')
    const { id, cookie } = await acceptAs('erased@example.com', 'viewer')
    const before = await actionsOf(id)
    expect(locationOf(await send({ action: 'erase', id }, admin.cookie))).toBe('/admin?done=erased')
    expect(await readerOf({ cookie })).toBeNull()
    expect(await actionsOf(id)).toEqual(before)
    const rest = [
      await prisma.accessUser.findMany({ where: { id } }),
      await prisma.accessAccount.findMany({ where: { userId: id } }),
      await prisma.accessInvitation.findMany(),
      (await prisma.auditEvent.findMany({ where: { actorId: id } })).map(({ address }) => address),
    ]
    expect(JSON.stringify(rest)).not.toContain('erased@')
    expect(rest[3]).toEqual([null, null])
  })
})
