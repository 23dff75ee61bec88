import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import {
  actionsOf,
  formRequest,
  locationOf,
  makePerson,
  PASSWORD,
  signInAs,
  withAccounts,
} from '@/lib/testing/access/accounts'
import { emptyStore } from '@/lib/testing/database/test-store'
import { answerAccount } from '../forms/answer-account'
import { readerOf } from '../reader'

emptyStore()
withAccounts()

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
    expect(locationOf(await signInAs(email, after))).toBe('/')
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
