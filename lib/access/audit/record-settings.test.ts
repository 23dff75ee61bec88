import { afterEach, expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import { emptyStore } from '@/lib/testing/database/test-store'
import { recordSettings } from './record-settings'

emptyStore()
afterEach(() => {
  delete process.env.AUTH
  delete process.env.AUDIT_DAYS
})

const recorded = async () =>
  (await prisma.auditEvent.findMany({ where: { action: 'settings-changed' }, orderBy: { id: 'asc' } })).map(
    ({ details }) => details,
  )

it('records settings at the first start with accounts, and whenever they are others, also when accounts end', async () => {
  await recordSettings()
  expect(await recorded()).toEqual([])
  process.env.AUTH = 'accounts'
  await recordSettings()
  await recordSettings()
  process.env.AUDIT_DAYS = '400'
  await recordSettings()
  delete process.env.AUTH
  await recordSettings()
  expect(await recorded()).toMatchObject([
    { AUTH: 'accounts', PUBLISHING: 'automatic', AUDIT_DAYS: '' },
    { AUTH: 'accounts', AUDIT_DAYS: '400' },
    { AUTH: 'off', AUDIT_DAYS: '400' },
  ])
})
