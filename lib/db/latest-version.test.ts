import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'

const QUERY = '@/lib/db/queries/get-latest-version'
const getLatestVersion = vi.fn()

// Test files of a worker share modules: the module is reloaded with the mock, and reloaded again without it.
vi.doMock(QUERY, () => ({ getLatestVersion }))
vi.resetModules()
const { forgetLatestVersion, latestVersion } = await import('./latest-version')

afterAll(() => {
  vi.doUnmock(QUERY)
  vi.resetModules()
})

const version = (id: number) => ({ id, loadedAt: new Date(0), sourceSha256: 'a'.repeat(64) })

beforeEach(() => {
  forgetLatestVersion()
  // The clock is stopped, so that the cached version stays fresh.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now())
})

afterEach(() => {
  vi.restoreAllMocks()
})

it('is read once for all callers and copies of the module until it is forgotten', async () => {
  getLatestVersion.mockResolvedValueOnce(version(1)).mockResolvedValueOnce(version(2))
  vi.resetModules()
  const copy = await import('./latest-version')
  expect((await latestVersion()).id).toBe(1)
  expect((await copy.latestVersion()).id).toBe(1)
  copy.forgetLatestVersion()
  expect((await latestVersion()).id).toBe(2)
  expect((await copy.latestVersion()).id).toBe(2)
})

it('does not cache a version whose reading began before a load ended', async () => {
  const readMeanwhile = async () => {
    forgetLatestVersion()
    return version(1)
  }
  getLatestVersion.mockImplementationOnce(readMeanwhile).mockResolvedValueOnce(version(2))
  expect((await latestVersion()).id).toBe(1)
  expect((await latestVersion()).id).toBe(2)
})
