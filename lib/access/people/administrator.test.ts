import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import { acceptAs, actionsOf, formRequest, locationOf, makePerson, withAccounts } from '@/lib/testing/access/accounts'
import { emptyStore } from '@/lib/testing/database/test-store'
import { answerAdmin } from '../forms/answer-admin'
import { readerOf } from '../reader'

emptyStore()
withAccounts()

describe('an administrator', () => {
  const send = (fields: Record<string, string>, cookie: string) =>
    answerAdmin(formRequest('/api/auth/admin', fields, { cookie }))

  it('changes a role, and the person signs in again', async () => {
    const [admin, person] = [await makePerson('admin'), await makePerson('viewer')]
    const fields = { action: 'role', id: person.id, role: 'client', markets: 'CN', series: 'a, b' }
    expect(locationOf(await send(fields, admin.cookie))).toBe('/admin?done=role')
    expect(await readerOf({ cookie: person.cookie })).toBeNull()
    const [event] = await prisma.auditEvent.findMany({ where: { subject: person.id } })
    expect(event).toMatchObject({ actorId: admin.id, action: 'role-changed', address: '192.0.2.0' })
    expect(event?.details).toEqual({ from: 'viewer', to: 'client', markets: ['CN'], series: ['a', 'b'] })
  })

  it('is the only one who may do any of this', async () => {
    const [person, publisher] = [await makePerson('viewer'), await makePerson('publisher')]
    for (const fields of [
      { action: 'role', id: publisher.id, role: 'admin' },
      { action: 'invite', email: 'x@example.com', role: 'admin' },
      { action: 'end-access', id: person.id },
      { action: 'erase', id: person.id },
      { action: 'reset-second-factor', id: person.id },
      { action: 'revoke-invitation', id: randomUUID() },
      { action: 'revoke-token', id: randomUUID() },
    ]) {
      expect((await send(fields, publisher.cookie)).status).toBe(403)
      expect(locationOf(await send(fields, ''))).toBe('/sign-in')
    }
  })

  it('learns that an entry is gone, whatever id was made up', async () => {
    const { cookie } = await makePerson('admin')
    for (const action of ['end-access', 'erase', 'reset-second-factor', 'revoke-invitation', 'revoke-token']) {
      for (const id of [randomUUID(), '', "' or true --", '../admin']) {
        expect(locationOf(await send({ action, id }, cookie)), action).toBe('/admin?fault=gone')
      }
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
      await prisma.accessPasskey.findMany({ where: { userId: id } }),
      await prisma.accessInvitation.findMany(),
      (await prisma.auditEvent.findMany({ where: { actorId: id } })).map(({ address }) => address),
    ]
    expect(JSON.stringify(rest)).not.toContain('erased@')
    expect(rest[4]).toEqual([null, null])
  })
})
