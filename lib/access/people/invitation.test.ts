import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import { acceptAs, actionsOf, formRequest, locationOf, PASSWORD, withAccounts } from '@/lib/testing/access/accounts'
import { emptyStore } from '@/lib/testing/database/test-store'
import { COMMAND } from '../audit/actor'
import { answerInvitation } from '../forms/answer-sign-in'
import { readerOf } from '../reader'
import { findInvitation } from './accept-invitation'
import { invitationOrder } from './invitation-order'
import { INVITATION_DAYS, invite } from './invite'

emptyStore()
withAccounts()

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
