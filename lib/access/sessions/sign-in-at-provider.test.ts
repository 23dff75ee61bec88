import { afterAll, beforeAll, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import { cookiesOf, makePerson, ORIGIN } from '@/lib/testing/access/accounts'
import { type Claims, type OpenIdProvider, startProvider } from '@/lib/testing/access/openid-provider'
import { emptyStore } from '@/lib/testing/database/test-store'
import { COMMAND } from '../audit/actor'
import { answerCallback, answerProvider } from '../forms/answer-provider'
import { invitationOrder } from '../people/invitation-order'
import { invite } from '../people/invite'
import { readerOf } from '../reader'
import { forgetAuth } from './auth'

emptyStore()

let provider: OpenIdProvider

beforeAll(async () => {
  provider = await startProvider(`${ORIGIN}/api/auth/callback/oidc`)
  Object.assign(process.env, {
    AUTH: 'accounts',
    PUBLIC_URL: ORIGIN,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
  })
  forgetAuth()
})

afterAll(async () => {
  for (const name of ['AUTH', 'PUBLIC_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']) {
    delete process.env[name]
  }
  forgetAuth()
  await provider.close()
})

const LEAVE = `${ORIGIN}/api/auth/provider?to=${encodeURIComponent('/en/factors')}&lang=en`
const newClaims = (email: string, isVerified = true): Claims => ({
  sub: `subject of ${email}`,
  email,
  email_verified: isVerified,
  name: 'Ada',
})

async function goThere(claims: Claims): Promise<{ location: string | null; cookie: string }> {
  provider.as(claims)
  const left = await answerProvider(new Request(LEAVE))
  const back = await provider.follow(left.headers.get('location') ?? '')
  const answer = await answerCallback(new Request(back, { headers: { cookie: cookiesOf(left) } }))
  return { location: answer.headers.get('location'), cookie: cookiesOf(answer) }
}

it('signs in who has an account with this e-mail, or is invited, and nobody else', async () => {
  const known = await makePerson('publisher')
  const there = await goThere(newClaims(known.email))
  expect(there.location).toBe('/en/factors')
  expect(await readerOf({ cookie: there.cookie })).toMatchObject({ id: known.id, role: 'publisher' })

  const order = invitationOrder.parse({ email: 'ada@example.com', role: 'client', markets: 'CN' })
  await invite(order, COMMAND)
  const invited = await goThere(newClaims('ada@example.com'))
  expect(await readerOf({ cookie: invited.cookie })).toMatchObject({
    name: 'Ada',
    role: 'client',
    grants: { markets: ['CN'], series: [] },
  })
  expect(await prisma.accessInvitation.count({ where: { usedAt: null } })).toBe(0)
  const again = await goThere(newClaims('ada@example.com'))
  expect(again.location).toBe('/en/factors')

  const uninvited = [newClaims('stranger@example.com'), newClaims((await makePerson('admin')).email, false)]
  await invite(invitationOrder.parse({ email: 'new@example.com', role: 'admin' }), COMMAND)
  for (const claims of [...uninvited, newClaims('new@example.com', false)]) {
    const { location, cookie } = await goThere(claims)
    expect(location).toMatch(/^\/en\/sign-in\?fault=provider/)
    expect(await readerOf({ cookie })).toBeNull()
  }
  const events = await prisma.auditEvent.findMany({
    where: { action: { startsWith: 'sign-in' } },
    orderBy: { id: 'asc' },
  })
  expect(events.map(({ action, details }) => [action, details])).toEqual(
    ['sign-in', 'sign-in', 'sign-in', ...Array(3).fill('sign-in-failed')].map((action) => [action, { by: 'oidc' }]),
  )
})

it('does not take an answer that this browser did not ask for', async () => {
  provider.as(newClaims('ada@example.com'))
  const left = await answerProvider(new Request(LEAVE))
  const back = await provider.follow(left.headers.get('location') ?? '')
  const answer = await answerCallback(new Request(back))
  expect(await readerOf({ cookie: cookiesOf(answer) })).toBeNull()
})

it('says so when the provider does not answer, and asks it again the next time', async () => {
  forgetAuth()
  process.env.OIDC_ISSUER = 'http://127.0.0.1:9'
  const silent = await answerProvider(new Request(LEAVE))
  expect([silent.status, silent.headers.get('location')]).toEqual([303, '/en/sign-in?fault=provider'])
  process.env.OIDC_ISSUER = provider.issuer
  expect((await answerProvider(new Request(LEAVE))).headers.get('location')).toContain(provider.issuer)
})
