import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import { cookiesOf, formRequest, makePerson, ORIGIN, type Person } from '@/lib/testing/access/accounts'
import { makePasskey, type SoftwarePasskey } from '@/lib/testing/access/software-passkey'
import { emptyStore } from '@/lib/testing/database/test-store'
import { answerPasskey, answerPasskeySignIn } from '../forms/answer-passkey'
import { answerSecondFactor } from '../forms/answer-second-factor'
import { getSecondFactor } from '../queries/get-second-factor'
import { readerOf } from '../reader'
import { forgetAuth } from '../sessions/auth'

emptyStore()

beforeAll(() => {
  Object.assign(process.env, { AUTH: 'accounts', PUBLIC_URL: ORIGIN })
  forgetAuth()
})
afterAll(() => {
  delete process.env.AUTH
  delete process.env.PUBLIC_URL
  forgetAuth()
})
beforeEach(async () => {
  await prisma.accessAttempt.deleteMany()
})

const HERE = { origin: ORIGIN, host: 'localhost' }

function sent(path: string, content: object, headers: Record<string, string> = {}): Request {
  return new Request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: JSON.stringify({ lang: 'en', ...content }),
    headers: { host: 'localhost:3000', origin: ORIGIN, 'x-forwarded-for': '192.0.2.7', ...headers },
  })
}

interface Asked {
  options: {
    challenge: string
    userVerification?: string
    allowCredentials?: unknown[]
    authenticatorSelection?: object
    rp?: object
  }
  to?: string
}

/** Asks for a question, and returns it with the cookies that remember it. */
async function ask(answer: Promise<Response>): Promise<Asked & { cookie: string }> {
  const response = await answer
  return { ...((await response.json()) as Asked), cookie: cookiesOf(response) }
}

async function add(passkey: SoftwarePasskey, { cookie }: Person, place: object = {}): Promise<string | undefined> {
  const asked = await ask(answerPasskey(sent('/api/auth/passkey', { name: 'laptop' }, { cookie })))
  const response = passkey.register(asked.options.challenge, { ...HERE, ...place })
  const both = `${cookie}; ${asked.cookie}`
  const answer = await answerPasskey(sent('/api/auth/passkey', { name: 'laptop', response }, { cookie: both }))
  return ((await answer.json()) as Asked).to
}

async function signIn(passkey: SoftwarePasskey, place: object = {}, cookie = '') {
  const asked = await ask(answerPasskeySignIn(sent('/api/auth/passkey/sign-in', { to: '/en/data' }, { cookie })))
  const response = passkey.sign(asked.options.challenge, { ...HERE, ...place })
  const send = () =>
    answerPasskeySignIn(
      sent('/api/auth/passkey/sign-in', { to: '/en/data', response }, { cookie: `${cookie}; ${asked.cookie}` }),
    )
  const answer = await send()
  return { to: ((await answer.json()) as Asked).to, cookie: cookiesOf(answer), send }
}

const REFUSED = '/en/sign-in?fault=passkey&to=%2Fen%2Fdata'

it('signs in without a password or code, in a new session, once for each question', async () => {
  const [person, passkey] = [await makePerson('researcher'), makePasskey()]
  const asked = await ask(answerPasskey(sent('/api/auth/passkey', { name: 'x' }, { cookie: person.cookie })))
  expect(asked.options).toMatchObject({
    rp: { id: 'localhost', name: 'Factor Weekly' },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  expect(await add(passkey, person)).toBe('/en/account?done=passkey-added')
  await prisma.accessUser.update({ where: { id: person.id }, data: { twoFactorEnabled: true } })
  const before = await makePerson('admin')
  const { to, cookie, send } = await signIn(passkey, {}, before.cookie)
  expect(to).toBe('/en/data')
  expect(await readerOf({ cookie })).toMatchObject({ id: person.id, role: 'researcher' })
  expect(await readerOf({ cookie: before.cookie })).toBeNull()
  expect(((await (await send()).json()) as Asked).to).toBe(REFUSED)
  const [event] = await prisma.auditEvent.findMany({ where: { actorId: person.id, action: 'sign-in' } })
  expect(event?.details).toEqual({ by: 'passkey' })
})

it('asks everybody the same, so that the question names nobody', async () => {
  const [person, passkey] = [await makePerson('viewer'), makePasskey()]
  await add(passkey, person)
  const asked = await ask(
    answerPasskeySignIn(sent('/api/auth/passkey/sign-in', { to: '/' }, { cookie: person.cookie })),
  )
  expect(asked.options).toMatchObject({ userVerification: 'required', rpId: 'localhost' })
  expect(asked.options.allowCredentials).toBeUndefined()
})

it('refuses a passkey that recognised nobody, of another site, of another key, or of somebody without access', async () => {
  const [person, passkey] = [await makePerson('viewer'), makePasskey()]
  for (const place of [{ isVerified: false }, { origin: 'https://evil.example' }, { host: 'evil.example' }]) {
    expect(await add(makePasskey(), person, place)).toBe('/en/account?fault=passkey')
  }
  await add(passkey, person)
  const stranger = { ...makePasskey(), id: passkey.id }
  const posing: SoftwarePasskey = {
    ...stranger,
    sign: (...given) => ({ ...stranger.sign(...given), id: passkey.id, rawId: passkey.id }),
  }
  for (const [key, place] of [
    [passkey, { isVerified: false }],
    [passkey, { origin: 'https://evil.example' }],
    [passkey, { host: 'evil.example' }],
    [makePasskey(), {}],
    [posing, {}],
  ] as const) {
    const { to, cookie } = await signIn(key, place)
    expect([to, await readerOf({ cookie })]).toEqual([REFUSED, null])
  }
  await prisma.accessUser.update({ where: { id: person.id }, data: { endedAt: new Date() } })
  expect((await signIn(passkey)).to).toBe(REFUSED)
})

it('is renamed and removed by its person alone', async () => {
  const [person, other, passkey] = [await makePerson('viewer'), await makePerson('admin'), makePasskey()]
  await add(passkey, person)
  const [{ id } = { id: '' }] = (await getSecondFactor(person.id)).passkeys
  const send = async (fields: Record<string, string>, { cookie }: Person) =>
    (await answerSecondFactor(formRequest('/api/auth/second-factor', fields, { cookie }))).headers.get('location')
  expect(await send({ action: 'rename-passkey', id, name: 'theirs' }, other)).toBe('/account?fault=gone')
  expect(await send({ action: 'remove-passkey', id }, other)).toBe('/account?fault=gone')
  expect(await send({ action: 'rename-passkey', id, name: 'phone' }, person)).toBe('/account?done=passkey-renamed')
  expect((await getSecondFactor(person.id)).passkeys).toMatchObject([{ id, name: 'phone' }])
  expect(await send({ action: 'remove-passkey', id }, person)).toBe('/account?done=passkey-removed')
  expect((await signIn(passkey)).to).toBe(REFUSED)
})

it('needs a sign-in of the last day, a page of this server, and somebody who is signed in', async () => {
  const person = await makePerson('viewer')
  const asks = async (headers: Record<string, string>) =>
    answerPasskey(sent('/api/auth/passkey', { name: 'x' }, headers))
  const leads = await answerPasskeySignIn(sent('/api/auth/passkey/sign-in', { to: '//evil.example', response: {} }))
  expect(leads.status).toBe(400)
  expect((await asks({ cookie: person.cookie, origin: 'https://evil.example' })).status).toBe(403)
  expect(await (await asks({})).json()).toEqual({ to: '/en/sign-in' })
  await prisma.accessSession.updateMany({
    where: { userId: person.id },
    data: { createdAt: new Date(Date.now() - 25 * 3_600_000) },
  })
  expect(await (await asks({ cookie: person.cookie })).json()).toEqual({ to: '/en/account?fault=stale' })
})
