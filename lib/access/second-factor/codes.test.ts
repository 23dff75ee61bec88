import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import {
  cookiesOf,
  formRequest,
  locationOf,
  makePerson,
  PASSWORD,
  type Person,
  signInAs,
  withAccounts,
} from '@/lib/testing/access/accounts'
import { codeOf } from '@/lib/testing/access/authenticator-app'
import { emptyStore } from '@/lib/testing/database/test-store'
import { answerAdmin } from '../forms/answer-admin'
import { answerSecondFactor } from '../forms/answer-second-factor'
import { answerSecondStep } from '../forms/answer-sign-in'
import { shownOnceOf } from '../forms/once-cookie'
import { getSecondFactor } from '../queries/get-second-factor'
import { readerOf } from '../reader'
import { countAttempt, LIMITS } from '../sessions/attempt-limits'
import { ofCodes } from '../sessions/second-step'

emptyStore()

withAccounts()

const change = (fields: Record<string, string>, cookie: string) =>
  answerSecondFactor(formRequest('/api/auth/second-factor', fields, { cookie }))
const firstStep = (email: string) => signInAs(email, PASSWORD, {}, '/en/data')
const secondStep = (code: string, cookie: string, to = '/en/data', headers = {}) =>
  answerSecondStep(formRequest('/api/auth/second-step', { code, to }, { cookie, ...headers }))
const codesShown = (answer: Response) => {
  const shown = shownOnceOf(new Headers({ cookie: cookiesOf(answer) }))
  return shown?.text.split('\n') ?? []
}

/** Returns a person with codes switched on, the secret of the app, and the backup codes. */
async function withCodes(): Promise<Person & { secret: string; backupCodes: string[] }> {
  const person = await makePerson('viewer')
  await change({ action: 'begin-codes', password: PASSWORD }, person.cookie)
  const { codes } = await getSecondFactor(person.id)
  const secret = codes.state === 'begun' ? codes.secret : ''
  const answer = await change({ action: 'confirm-codes', code: codeOf(secret) }, person.cookie)
  return { ...person, cookie: cookiesOf(answer), secret, backupCodes: codesShown(answer) }
}

it('shows the same code as the example of RFC 6238', () => {
  // Appendix B: the secret is "12345678901234567890", and at 59 s the code ends with 287082.
  expect(codeOf('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 59_000)).toBe('287082')
})

describe('codes of an app', () => {
  it('are asked for from the first one that was typed on, in a new session, and every other one ends', async () => {
    const { id, cookie, email } = await makePerson('viewer')
    const other = cookiesOf(await firstStep(email))
    expect(locationOf(await change({ action: 'begin-codes', password: 'wrong one here' }, cookie))).toBe(
      '/account?fault=wrong',
    )
    expect(locationOf(await change({ action: 'begin-codes', password: PASSWORD }, cookie))).toBe(
      '/account?done=codes-begun#own-codes',
    )
    expect(locationOf(await firstStep(email))).toBe('/en/data')
    const { codes } = await getSecondFactor(id)
    if (codes.state !== 'begun') throw new Error(codes.state)
    expect(codes.uri).toMatch(/^otpauth:\/\/totp\/Factor%20Weekly:.*&issuer=Factor\+Weekly&digits=6&period=30$/)
    expect(JSON.stringify(await prisma.accessTwoFactor.findMany())).not.toContain(codes.secret)
    expect(locationOf(await change({ action: 'confirm-codes', code: '000000' }, cookie))).toBe('/account?fault=code')
    const on = await change({ action: 'confirm-codes', code: codeOf(codes.secret) }, cookie)
    expect(locationOf(on)).toBe('/account?done=codes-on')
    expect([await readerOf({ cookie }), await readerOf({ cookie: other })]).toEqual([null, null])
    expect(await readerOf({ cookie: cookiesOf(on) })).toMatchObject({ id })
    const shown = codesShown(on)
    expect([shown.length, new Set(shown).size]).toEqual([10, 10])
    expect(JSON.stringify(await prisma.accessTwoFactor.findMany())).not.toContain(shown[0])
    expect((await getSecondFactor(id)).codes).toEqual({ state: 'on', backupCodes: 10 })
  })

  it('follow the password, and a code works once', async () => {
    const { id, email, secret } = await withCodes()
    const first = await firstStep(email)
    expect(locationOf(first)).toBe('/sign-in/code?to=%2Fen%2Fdata')
    const between = cookiesOf(first)
    expect(first.headers.getSetCookie()).toHaveLength(1)
    expect(await readerOf({ cookie: between })).toBeNull()
    expect(locationOf(await secondStep('123456', between))).toBe('/sign-in/code?fault=code&to=%2Fen%2Fdata')
    const code = codeOf(secret)
    const answer = await secondStep(` ${code.slice(0, 3)} ${code.slice(3)}`, between)
    expect(locationOf(answer)).toBe('/en/data')
    expect(await readerOf({ cookie: cookiesOf(answer) })).toMatchObject({ id })
    const again = await secondStep(code, cookiesOf(await firstStep(email)))
    expect(locationOf(again)).toBe('/sign-in/code?fault=code&to=%2Fen%2Fdata')
    expect(locationOf(await secondStep(codeOf(secret, Date.now() + 30_000), between))).toBe(
      '/sign-in?fault=expired&to=%2Fen%2Fdata',
    )
    const events = await prisma.auditEvent.findMany({
      where: { OR: [{ actorId: id }, { subject: id }] },
      orderBy: { id: 'asc' },
    })
    expect(events.slice(-3).map(({ action, details }) => [action, details])).toEqual([
      ['sign-in-failed', { by: 'code' }],
      ['sign-in', { by: 'code' }],
      ['sign-in-failed', { by: 'code' }],
    ])
  })

  it('are of the person of the password, whoever was signed in in this browser before', async () => {
    const [one, other] = [await withCodes(), await withCodes()]
    const between = cookiesOf(await firstStep(one.email))
    const both = `${other.cookie}; ${between}`
    expect(locationOf(await secondStep(codeOf(other.secret), both))).toContain('fault=code')
    const answer = await secondStep(codeOf(one.secret), both)
    expect(await readerOf({ cookie: cookiesOf(answer) })).toMatchObject({ id: one.id })
    expect(await readerOf({ cookie: other.cookie })).toBeNull()
  })

  it('are refused unread after too many attempts, and without the password', async () => {
    const { id, email, secret } = await withCodes()
    const between = cookiesOf(await firstStep(email))
    expect(locationOf(await secondStep('wrong', between))).toContain('fault=code')
    for (let attempt = 1; attempt < LIMITS.account; attempt += 1) {
      await countAttempt({ address: null, account: ofCodes(id) })
    }
    expect(locationOf(await secondStep(codeOf(secret), between))).toMatch(/^\/sign-in\/code\?fault=too-many&wait=1[45]/)
    await prisma.accessAttempt.deleteMany()
    const forged = between.replace(/two_factor=(.)/, 'two_factor=x$1')
    expect(locationOf(await secondStep(codeOf(secret), forged))).toContain('fault=expired')
    expect(locationOf(await secondStep(codeOf(secret), ''))).toContain('fault=expired')
    expect((await secondStep(codeOf(secret), between, '/', { origin: 'https://evil.example' })).status).toBe(403)
    expect(locationOf(await secondStep(codeOf(secret), between, '//evil.example'))).toBe('/')
  })

  it('end with the password alone, or by an administrator', async () => {
    const [one, other, admin] = [await withCodes(), await withCodes(), await makePerson('admin')]
    expect(locationOf(await change({ action: 'end-codes', password: 'wrong one here' }, one.cookie))).toBe(
      '/account?fault=wrong',
    )
    const off = await change({ action: 'end-codes', password: PASSWORD }, one.cookie)
    expect(locationOf(off)).toBe('/account?done=codes-off')
    expect(await readerOf({ cookie: cookiesOf(off) })).toMatchObject({ id: one.id })
    expect(locationOf(await firstStep(one.email))).toBe('/en/data')

    const reset = () =>
      answerAdmin(
        formRequest('/api/auth/admin', { action: 'reset-second-factor', id: other.id }, { cookie: admin.cookie }),
      )
    expect(locationOf(await reset())).toBe('/admin?done=second-factor-reset')
    expect(locationOf(await reset())).toBe('/admin?fault=no-second-factor')
    expect(await readerOf({ cookie: other.cookie })).toBeNull()
    expect(locationOf(await firstStep(other.email))).toBe('/en/data')
    const { actorId } = await prisma.auditEvent.findFirstOrThrow({ where: { action: 'second-factor-reset' } })
    expect(actorId).toBe(admin.id)
  })
})

describe('backup codes', () => {
  it('work once each, and not after new ones were made', async () => {
    const { id, email, cookie, backupCodes } = await withCodes()
    const [first = '', second = ''] = backupCodes
    const answer = await secondStep(first, cookiesOf(await firstStep(email)))
    expect(await readerOf({ cookie: cookiesOf(answer) })).toMatchObject({ id })
    await prisma.accessAttempt.deleteMany()
    expect(locationOf(await secondStep(first, cookiesOf(await firstStep(email))))).toContain('fault=code')
    expect((await getSecondFactor(id)).codes).toEqual({ state: 'on', backupCodes: 9 })
    const made = codesShown(await change({ action: 'renew-codes', password: PASSWORD }, cookie))
    expect(made).toHaveLength(10)
    expect(locationOf(await secondStep(second, cookiesOf(await firstStep(email))))).toContain('fault=code')
    expect(locationOf(await secondStep(made[0] ?? '', cookiesOf(await firstStep(email))))).toBe('/en/data')
  })
})

it('says nothing more about a wrong password than without codes', async () => {
  const [{ email }, plain] = [await withCodes(), await makePerson('viewer')]
  const wrong = async (address: string) => {
    const answer = await signInAs(address, 'not this one')
    return [answer.status, [...answer.headers], await answer.text()]
  }
  expect(await wrong(email)).toEqual(await wrong(plain.email))
})
