import { afterEach, expect, it } from 'vitest'
import { includesRole, ROLES, readerOf } from './reader'

afterEach(() => {
  delete process.env.AUTH
})

it('is the local administrator while AUTH is off, a viewer while it is public, and nobody before signing in', async () => {
  expect(await readerOf({})).toMatchObject({ kind: 'local', role: 'admin', grants: null })
  process.env.AUTH = 'public'
  expect(await readerOf({})).toMatchObject({ kind: 'public', role: 'viewer', grants: null })
  process.env.AUTH = 'accounts'
  expect(await readerOf({})).toBeNull()
})

it('has roles of which each includes the ones before', () => {
  for (const [rank, role] of ROLES.entries()) {
    expect(ROLES.filter((least) => includesRole(role, least))).toEqual(ROLES.slice(0, rank + 1))
  }
})
