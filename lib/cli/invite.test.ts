import { afterEach, expect, it, vi } from 'vitest'
import { prisma } from '@/lib/db/client'
import { makePerson } from '@/lib/testing/access/accounts'
import { emptyStore } from '@/lib/testing/database/test-store'
import { runInviteCli } from './invite'

emptyStore()
afterEach(() => {
  vi.restoreAllMocks()
})

it('lets an administrator in again who has lost the second factor', async () => {
  const said: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line) => void said.push(line))
  vi.spyOn(console, 'error').mockImplementation((line) => void said.push(line))
  const { id, email } = await makePerson('admin')
  const codes = { id: 'x', userId: id, secret: 'encrypted', backupCodes: 'encrypted' }
  await prisma.accessTwoFactor.create({ data: codes })
  await prisma.accessUser.update({ where: { id }, data: { twoFactorEnabled: true } })
  const run = () => runInviteCli(['--email', email, '--role', 'admin', '--reset-second-factor'])
  expect(await run()).toBe(0)
  expect(said.join('\n')).toMatch(/The second factor is reset\.[\s\S]*sign-in\/invitation\?token=/)
  expect(await prisma.accessUser.findUniqueOrThrow({ where: { id } })).toMatchObject({ twoFactorEnabled: false })
  expect(await prisma.accessTwoFactor.count()).toBe(0)
  const [event] = await prisma.auditEvent.findMany({ where: { action: 'second-factor-reset' } })
  expect(event).toMatchObject({ actorKind: 'command', subject: id })
  expect(await run()).toBe(0)
  expect(said.join('\n')).toContain('no second factor to reset')
})
