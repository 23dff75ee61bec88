import { afterEach, expect, it, vi } from 'vitest'
import { inScope } from '@/lib/scope/current-scope'
import { EVERYTHING } from '@/lib/scope/read-scope'
import { sampleStore } from '@/lib/testing/database/test-store'
import { packPath } from './packed-path'
import { isReadable, newestReadable } from './readable-version'

sampleStore()
const READER = { ...EVERYTHING, drafts: false }

afterEach(() => vi.unstubAllEnvs())

it('is the newest version for the desk, and for all where weeks are published by themselves', async () => {
  expect(await inScope(READER, newestReadable)).toMatchObject({ id: 1 })
  vi.stubEnv('PUBLISHING', 'desk')
  expect(await newestReadable()).toMatchObject({ id: 1 })
})

it('is none for other readers of a desk that has published nothing, to whom pages say so', async () => {
  vi.stubEnv('PUBLISHING', 'desk')
  await inScope(READER, async () => {
    expect(await newestReadable()).toMatchObject({ id: 0, stamp: 'none' })
    expect(await isReadable(1)).toBe(false)
    const page = await packPath({ pathname: '/sign-in', search: '', cookies: {} })
    expect(page).toMatchObject({ kind: 'page', path: expect.stringContaining('/v0.none-') })
  })
})
