import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'

const QUERY = '@/lib/db/queries/versions/get-newest-load'
const getNewestLoad = vi.fn()

// Test files of a worker share modules: the module is reloaded with the mock, and reloaded again without it.
vi.doMock(QUERY, () => ({ getNewestLoad }))
vi.resetModules()
const { adoptVersion, forgetLatestVersion, versionSeen } = await import('./known-version')
const { latestVersion, readLatestAnew } = await import('./latest-version')
const { isStoreSilent, noteAnswer, noteNoAnswer, staleSince } = await import('./store-health')

afterAll(() => {
  vi.doUnmock(QUERY)
  Reflect.deleteProperty(globalThis, 'factorWeeklyLatest')
  vi.resetModules()
})

const load = (id: number) => ({ id, loadedAt: new Date(0), sourceSha256: 'a'.repeat(64) })
const version = (id: number) => ({ ...load(id), first: load(1) })

beforeEach(() => {
  forgetLatestVersion()
  // The clock is stopped, so that the cached version stays fresh.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now())
})

afterEach(() => {
  vi.restoreAllMocks()
  noteAnswer()
})

it('is read once for all callers and copies of the module until it is forgotten', async () => {
  getNewestLoad.mockResolvedValueOnce(version(1)).mockResolvedValueOnce(version(2))
  vi.resetModules()
  const copy = await import('./latest-version')
  expect((await latestVersion()).id).toBe(1)
  expect((await copy.latestVersion()).id).toBe(1)
  forgetLatestVersion()
  expect((await latestVersion()).id).toBe(2)
  expect((await copy.latestVersion()).id).toBe(2)
})

it('is read anew for a reader who has seen a newer one elsewhere, after what is being read', async () => {
  let answer: (load: unknown) => void = () => undefined
  getNewestLoad.mockImplementationOnce(() => new Promise((settle) => (answer = settle)))
  const early = latestVersion()
  getNewestLoad.mockResolvedValueOnce(version(2))
  const anew = readLatestAnew()
  answer(version(1))
  expect([(await early).id, (await anew).id, (await latestVersion()).id]).toEqual([1, 2, 2])
})

it('names the store by its first version', async () => {
  getNewestLoad.mockResolvedValueOnce(version(1))
  const { store, stamp } = await latestVersion()
  expect(store).toBe(stamp)
  forgetLatestVersion()
  getNewestLoad.mockResolvedValueOnce(version(2))
  expect(await latestVersion()).toMatchObject({ id: 2, store })
})

it('does not cache a version whose reading began before a load ended', async () => {
  const readMeanwhile = async () => {
    forgetLatestVersion()
    return version(1)
  }
  getNewestLoad.mockImplementationOnce(readMeanwhile).mockResolvedValueOnce(version(2))
  expect((await latestVersion()).id).toBe(1)
  expect((await latestVersion()).id).toBe(2)
})

const lost = () => Promise.reject(new Error('connection timeout'))
const locked = () => Promise.reject(Object.assign(new Error('lock timeout'), { severity: 'ERROR' }))

/** Reads version 1 five seconds ago, as if nothing had been asked since. */
async function readLongAgo(): Promise<void> {
  vi.spyOn(Date, 'now').mockReturnValue(1_000_000)
  getNewestLoad.mockResolvedValueOnce(version(1))
  await latestVersion()
  vi.spyOn(Date, 'now').mockReturnValue(1_005_000)
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 5_000)
}

it.each([
  ['does not answer', lost, true],
  ['answers with an error', locked, false],
])('is the last known one when the database %s, and says since when', async (_, fail, isSilent) => {
  await readLongAgo()
  getNewestLoad.mockImplementationOnce(fail)
  expect((await latestVersion()).id).toBe(1)
  expect([staleSince(), isStoreSilent()]).toEqual([1_000_000, isSilent])
  getNewestLoad.mockResolvedValueOnce(version(2))
  await expect.poll(async () => (await latestVersion()).id).toBe(2)
  expect([staleSince(), isStoreSilent()]).toEqual([null, false])
})

it('does not wait for an answer that takes long, unless this process has loaded since', async () => {
  await readLongAgo()
  let answer: (load: unknown) => void = () => undefined
  getNewestLoad.mockImplementation(() => new Promise((settle) => (answer = settle)))
  expect((await latestVersion()).id).toBe(1)
  answer(version(2))
  forgetLatestVersion()
  const own = latestVersion()
  await vi.waitFor(() => expect(getNewestLoad).toHaveBeenCalled())
  answer(version(3))
  expect((await own).id).toBe(3)
  getNewestLoad.mockReset()
})

it('is the one that another process has read, unless this process has read or loaded something since', async () => {
  getNewestLoad.mockReset().mockResolvedValueOnce(version(5))
  const five = await latestVersion()
  const { askedAt = 0 } = versionSeen() ?? {}
  expect(versionSeen()).toEqual({ version: five, askedAt })
  noteNoAnswer(1_000, true)
  adoptVersion({ version: { ...five, id: 6 }, askedAt: askedAt + 1 })
  expect([(await latestVersion()).id, staleSince()]).toEqual([6, null])
  adoptVersion({ version: five, askedAt })
  expect((await latestVersion()).id).toBe(6)

  const later = performance.now() + 50
  vi.spyOn(performance, 'now').mockReturnValue(later)
  forgetLatestVersion()
  expect(versionSeen()).toBeNull()
  adoptVersion({ version: five, askedAt: askedAt + 49 })
  let answer: (load: unknown) => void = () => undefined
  getNewestLoad.mockImplementationOnce(() => new Promise((settle) => (answer = settle)))
  const own = latestVersion()
  // What this process is reading was asked before.
  adoptVersion({ version: { ...five, id: 8 }, askedAt: askedAt + 51 })
  answer(version(7))
  expect([(await own).id, (await latestVersion()).id]).toEqual([8, 8])
})

it('is read again when what another process has read is old, and when the clock was set back', async () => {
  getNewestLoad.mockReset().mockResolvedValueOnce(version(2))
  const two = await latestVersion()
  const { askedAt = 0 } = versionSeen() ?? {}
  const now = performance.now()
  vi.spyOn(performance, 'now').mockReturnValue(now + 500)
  adoptVersion({ version: { ...two, id: 3 }, askedAt: askedAt + 350 })
  vi.spyOn(Date, 'now').mockReturnValue(0)
  getNewestLoad.mockResolvedValueOnce(version(4))
  expect((await latestVersion()).id).toBe(4)
})

it('is unknown when the database has never answered', async () => {
  vi.resetModules()
  Reflect.deleteProperty(globalThis, 'factorWeeklyLatest')
  const fresh = await import('./latest-version')
  getNewestLoad.mockImplementationOnce(lost)
  await expect(fresh.latestVersion()).rejects.toThrow('connection timeout')
})
