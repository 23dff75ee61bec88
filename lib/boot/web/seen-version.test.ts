import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'

const QUERY = '@/lib/db/queries/versions/get-newest-load'
const getNewestLoad = vi.fn()

// Test files of a worker share modules: the module is reloaded with the mock, and reloaded again without it.
vi.doMock(QUERY, () => ({ getNewestLoad }))
vi.resetModules()
const { cookieOfSeen, isBehind, isPage, seenVersion } = await import('./seen-version')
const { forgetLatestVersion } = await import('@/lib/db/known-version')
const { latestVersion } = await import('@/lib/db/latest-version')
const { noteAnswer } = await import('@/lib/db/store-health')

afterAll(() => {
  vi.doUnmock(QUERY)
  Reflect.deleteProperty(globalThis, 'factorWeeklyLatest')
  vi.resetModules()
})

const load = (id: number) => ({ id, loadedAt: new Date(0), sourceSha256: 'a'.repeat(64) })
const version = (id: number) => ({ ...load(id), first: load(1) })

let store: string

/** This instance has just read version 3. */
beforeEach(async () => {
  forgetLatestVersion()
  getNewestLoad.mockReset().mockResolvedValueOnce(version(3))
  store = (await latestVersion()).store
})

afterEach(() => noteAnswer())

it.each([
  ['seen=0a1b2c3d.12', { store: '0a1b2c3d', id: 12 }],
  ['theme=dark; seen=0a1b2c3d.12 ; colours=red', { store: '0a1b2c3d', id: 12 }],
  ['unseen=0a1b2c3d.12', null],
  ['seen=0a1b2c3d', null],
  ['seen=0a1b2c3d.-1', null],
  ['seen=0a1b2c3d.9999999999', null],
  ['seen=<script>.1', null],
])('reads %s', (cookie, seen) => expect(seenVersion({ cookie })).toEqual(seen))

it('reads the newest version again for a reader who has seen a newer one', async () => {
  getNewestLoad.mockResolvedValueOnce(version(4))
  expect(await isBehind({ store, id: 4 })).toBe(false)
  expect((await latestVersion()).id).toBe(4)
  expect(getNewestLoad).toHaveBeenCalledTimes(2)
})

it.each([3, 2])('reads nothing again for a reader who has seen version %i', async (id) => {
  expect(await isBehind({ store, id })).toBe(false)
  expect(getNewestLoad).toHaveBeenCalledTimes(1)
})

it('shows what there is to a reader of another store, and when the version was lost', async () => {
  expect(await isBehind(null)).toBe(false)
  expect(await isBehind({ store: 'ffffffff', id: 99 })).toBe(false)
  expect(getNewestLoad).toHaveBeenCalledTimes(1)
  getNewestLoad.mockResolvedValueOnce(version(3))
  expect(await isBehind({ store, id: 4 })).toBe(false)
})

it('says that it is behind while the database does not answer', async () => {
  getNewestLoad.mockRejectedValue(new Error('connection timeout'))
  expect(await isBehind({ store, id: 4 })).toBe(true)
})

it('sets the cookie only when it would say something else', async () => {
  const known = await latestVersion()
  const cookie = `seen=${store}.3`
  expect(cookieOfSeen(known, {})).toBe(`${cookie}; Path=/; HttpOnly; SameSite=Lax`)
  expect(cookieOfSeen(known, { cookie: `theme=dark; ${cookie}` })).toBeNull()
  expect(cookieOfSeen(known, { cookie: `seen=${store}.2` })).toMatch(/^seen=.*\.3;/)
  expect(cookieOfSeen(known, { cookie: 'seen=ffffffff.3' })).toMatch(/^seen=/)
  expect(cookieOfSeen({ id: 0, stamp: 'none', store: 'none', editions: null }, {})).toBeNull()
})

it.each([
  ['text/html; charset=utf-8', 200, true],
  ['text/x-component', 200, true],
  ['text/html; charset=utf-8', 404, false],
  ['text/csv; charset=utf-8', 200, false],
  ['application/pdf', 200, false],
])('%s of status %i is a page: %s', (type, status, expected) => {
  expect(isPage({ status, headers: { 'content-type': type }, body: Buffer.alloc(0) })).toBe(expected)
})
