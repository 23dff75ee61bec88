import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import {
  cookiesOf,
  formRequest,
  locationOf,
  makePerson,
  ORIGIN,
  PASSWORD,
  signInAs,
  withAccounts,
} from '@/lib/testing/access/accounts'
import { emptyStore } from '@/lib/testing/database/test-store'
import { answerAccount } from '../forms/answer-account'
import { answerSignOut } from '../forms/answer-sign-in'
import { readerOf } from '../reader'
import { countAttempt, LIMITS } from './attempt-limits'
import { accessAuth } from './auth'

emptyStore()
withAccounts()

describe('signing in', () => {
  it('gives a cookie that scripts and other sites do not get, and that better-auth knows too', async () => {
    const { id, email } = await makePerson('viewer')
    const answer = await signInAs(` ${email.toUpperCase()} `, PASSWORD, {}, '/en/factors?line=drawdown')
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
      await signInAs(email, 'another password'),
      await signInAs('nobody@example.com', PASSWORD),
      await signInAs(ended.email, PASSWORD),
      await signInAs('no e-mail', ''),
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
      await signInAs(address, 'another password')
      return performance.now() - begun
    }
    await msOf(email)
    const [known, unknown] = [await msOf(email), await msOf('nobody@example.com')]
    expect(unknown).toBeGreaterThan(known / 4)
    expect(known).toBeGreaterThan(unknown / 4)
  })

  it('ends the session that the browser had before, which somebody else may know', async () => {
    const [attacker, victim] = [await makePerson('viewer'), await makePerson('admin')]
    const answer = await signInAs(victim.email, PASSWORD, { cookie: attacker.cookie })
    expect(cookiesOf(answer)).not.toBe(attacker.cookie)
    expect(await readerOf({ cookie: attacker.cookie })).toBeNull()
  })

  it('is refused unread after too many attempts, for known and unknown e-mails, and counts anew after a success', async () => {
    const { email } = await makePerson('viewer')
    for (const address of [email, 'nobody-else@example.com']) {
      for (let attempt = 0; attempt < LIMITS.account; attempt += 1) {
        await countAttempt({ address: null, account: address })
      }
      const answer = await signInAs(address, address === email ? PASSWORD : 'short')
      expect(locationOf(answer)).toMatch(/^\/sign-in\?fault=too-many&wait=1[45]&to=%2F$/)
    }
    await prisma.accessAttempt.deleteMany()
    expect(locationOf(await signInAs(email, PASSWORD))).toBe('/')
    expect(JSON.stringify(await prisma.accessAttempt.findMany())).not.toContain('@')
  })

  it('is refused to pages of other sites', async () => {
    const { email } = await makePerson('viewer')
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: ORIGIN, 'sec-fetch-site': 'same-site' },
    ]) {
      const answer = await signInAs(email, PASSWORD, headers)
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []])
    }
  })

  it('leads to no other site', async () => {
    const { email } = await makePerson('viewer')
    expect(locationOf(await signInAs(email, PASSWORD, {}, '//evil.example'))).toBe('/')
  })

  it('ends by signing out, here or everywhere', async () => {
    const { email, cookie } = await makePerson('viewer')
    const others = [cookiesOf(await signInAs(email, PASSWORD)), cookiesOf(await signInAs(email, PASSWORD))]
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
