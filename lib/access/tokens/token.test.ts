import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import { formRequest, locationOf, makePerson, withAccounts } from '@/lib/testing/access/accounts'
import { emptyStore } from '@/lib/testing/database/test-store'
import { answerAccount } from '../forms/answer-account'
import { readerOf } from '../reader'

emptyStore()
withAccounts()

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
