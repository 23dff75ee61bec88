import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import { redact } from '@/lib/log/redact'
import { formRequest, makePerson } from '@/lib/testing/access/accounts'
import { sampleStore } from '@/lib/testing/database/test-store'
import { answerShareClosed, answerShareForm, answerShareLink } from '../forms/answer-share'
import { readerOf } from '../reader'
import { LIMITS } from '../sessions/attempt-limits'
import { makeShare, revokeShare, type ShareTarget } from './make-share'
import { openShare } from './open-share'
import { shareStatus } from './share-status'

sampleStore()

const SERIES: ShareTarget = { kind: 'series', market: 'CN', code: 'skewness', version: 1, stamp: '0123abcd' }
const PLAIN = { target: SERIES, client: 'Yangtze Pension', days: 14, password: null, maxOpens: null }
let publisher: { kind: 'person'; id: string; address: null }

beforeAll(async () => {
  process.env.AUTH = 'accounts'
  publisher = { kind: 'person', id: (await makePerson('publisher')).id, address: null }
})
afterAll(() => {
  delete process.env.AUTH
})
beforeEach(async () => {
  await prisma.accessAttempt.deleteMany()
})

async function share(more: Partial<Parameters<typeof makeShare>[0]> = {}) {
  const { id, path } = await makeShare({ ...PLAIN, ...more }, publisher)
  return { id, path, token: path.slice('/s/'.length) }
}

const follow = (token: string) =>
  answerShareLink(new Request(`http://localhost:3000/api/auth/s/${token}?lang=en`), token)
const send = (token: string, fields: Record<string, string>) =>
  answerShareForm(formRequest(`/api/auth/s/${token}`, { lang: 'en', ...fields }, { origin: 'null' }), token)
const cookieIn = ({ headers }: Response) => headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
const locationOf = ({ headers }: Response) => headers.get('location')
const linkOf = (id: string) => prisma.shareLink.findUniqueOrThrow({ where: { id } })
const actionsOf = async (subject: string) => {
  const events = await prisma.auditEvent.findMany({ where: { subject }, orderBy: { id: 'asc' } })
  return events.map(({ action }) => action)
}

describe('a link', () => {
  it('has a secret of 256 bits, of which the store and the log have nothing', async () => {
    const { id, path, token } = await share({ password: 'river and mountain' })
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const stored = JSON.stringify(await linkOf(id))
    expect(stored).not.toContain(token)
    expect(stored).not.toContain('river')
    expect(redact(`GET /en${path}?fault=x`)).toBe('GET /en/s/***?fault=x')
    expect(redact(`GET /api/auth${path}?lang=en`)).toBe('GET /api/auth/s/***?lang=en')
    const [event] = await prisma.auditEvent.findMany({ where: { subject: id } })
    expect(event?.details).toEqual({ shows: 'skewness' })
  })

  it('leads to what it shows, counts, and makes its reader one who sees nothing else', async () => {
    const { id, token } = await share()
    const answer = await follow(token)
    expect([answer.status, locationOf(answer)]).toEqual([303, '/en/factors/skewness'])
    const [line = ''] = answer.headers.getSetCookie()
    expect(line).toMatch(/; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/)
    const { opens, lastOpenedAt } = await linkOf(id)
    expect([opens, lastOpenedAt === null]).toEqual([1, false])
    expect(await readerOf({ cookie: cookieIn(answer) })).toMatchObject({
      kind: 'share',
      id,
      role: 'client',
      share: { client: 'Yangtze Pension', market: 'CN', version: 1, shown: { kind: 'series', code: 'skewness' } },
    })
    expect(await actionsOf(id)).toEqual(['share-made', 'share-opened'])
    expect(await shareStatus(`/en/s/${token}`)).toBe(200)
    const look = await answerShareLink(
      new Request(`http://localhost:3000/api/auth/s/${token}`, { method: 'HEAD' }),
      token,
    )
    expect([locationOf(look), (await linkOf(id)).opens]).toEqual([`/s/${token}`, 1])
  })

  it('works no more once revoked, in browsers that had opened it too; nobody revokes that of somebody else', async () => {
    const { id, token } = await share()
    const cookie = cookieIn(await follow(token))
    expect(await revokeShare(id, randomUUID(), publisher)).toBe(false)
    expect((await readerOf({ cookie }))?.kind).toBe('share')
    expect(await revokeShare(id, publisher.id, publisher)).toBe(true)
    expect(await readerOf({ cookie })).toBeNull()
    expect(locationOf(await follow(token))).toBe(`/en/s/${token}`)
    expect(await shareStatus(`/s/${token}`)).toBe(410)
    expect(await revokeShare(id, null, publisher)).toBe(false)
    expect(await actionsOf(id)).toEqual(['share-made', 'share-opened', 'share-revoked'])
  })

  it('works no more after its end, and its cookie ends with it', async () => {
    const { id, token } = await share()
    const cookie = cookieIn(await follow(token))
    await prisma.shareLink.update({ where: { id }, data: { expiresAt: new Date(Date.now() + 60_000) } })
    expect((await follow(token)).headers.getSetCookie()[0]).toMatch(/Max-Age=(?:59|60);/)
    await prisma.shareLink.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } })
    expect(await readerOf({ cookie })).toBeNull()
    expect([locationOf(await follow(token)), (await linkOf(id)).opens]).toEqual([`/en/s/${token}`, 2])
  })

  it('never opens more often than its limit, however many come at once', async () => {
    const { id, token } = await share({ maxOpens: 3 })
    // Without a form nothing is used up.
    expect(locationOf(await follow(token))).toBe(`/en/s/${token}`)
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => openShare({ token, password: null, address: null })),
    )
    expect(answers.filter(({ kind }) => kind === 'opened')).toHaveLength(3)
    expect(answers.filter(({ kind }) => kind === 'refused')).toHaveLength(9)
    expect((await linkOf(id)).opens).toBe(3)
    expect(await shareStatus(`/s/${token}`)).toBe(410)
  })

  it('with a password opens by it alone, and a wrong one is no open', async () => {
    const { id, token } = await share({ password: 'river and mountain' })
    expect(locationOf(await follow(token))).toBe(`/en/s/${token}`)
    for (const fields of [{}, { password: '' }, { password: 'river' }]) {
      const answer = await send(token, fields)
      expect([locationOf(answer), answer.headers.getSetCookie()]).toEqual([`/en/s/${token}?fault=share-wrong`, []])
    }
    expect((await linkOf(id)).opens).toBe(0)
    const answer = await send(token, { password: 'river and mountain' })
    expect(locationOf(answer)).toBe('/en/factors/skewness')
    expect((await readerOf({ cookie: cookieIn(answer) }))?.id).toBe(id)
    expect((await linkOf(id)).opens).toBe(1)
  })

  it('takes few attempts at a password, before anything is hashed', async () => {
    const { token } = await share({ password: 'river and mountain' })
    for (let attempt = 0; attempt < LIMITS.account; attempt += 1) await send(token, { password: `x${attempt}` })
    const answer = await send(token, { password: 'river and mountain' })
    expect(locationOf(answer)).toMatch(/fault=too-many&wait=\d+$/)
  })

  it('that is unknown is answered without a cookie or a hint', async () => {
    for (const token of ['ended', 'x'.repeat(43), randomUUID()]) {
      expect(await shareStatus(`/s/${token}`)).toBe(404)
      const answers = [await follow(token), await send(token, { password: 'x' })]
      for (const answer of answers) {
        expect([locationOf(answer), answer.headers.getSetCookie()]).toEqual([`/en/s/${token}`, []])
      }
    }
  })
})

describe('its cookie', () => {
  it('counts only as this server signed it', async () => {
    const [one, other] = [await share(), await share()]
    const cookie = cookieIn(await follow(one.token))
    const [name = '', value = ''] = cookie.split('=')
    const [id = '', end = '', signature = ''] = value.split('.')
    for (const forged of [
      `${other.id}.${end}.${signature}`,
      `${id}.${Number(end) + 1}.${signature}`,
      `${id}.${end}.`,
      `${id}.${end}`,
      id,
      '',
    ]) {
      expect(await readerOf({ cookie: `${name}=${forged}` }), forged).toBeNull()
    }
  })

  it('gives way to a person, and goes when the link is closed', async () => {
    const cookie = cookieIn(await follow((await share()).token))
    const { cookie: session } = await makePerson('viewer')
    expect(await readerOf({ cookie: `${cookie}; ${session}` })).toMatchObject({ kind: 'person', role: 'viewer' })
    const answer = await answerShareClosed(formRequest('/api/auth/s/close', { lang: 'en' }, { origin: 'null' }))
    expect([locationOf(answer), answer.headers.getSetCookie()[0]]).toEqual(['/en/', expect.stringMatching(/Max-Age=0/)])
  })
})
