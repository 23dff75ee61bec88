import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'

const QUERY = '@/lib/db/queries/get-latest-version'
const getLatestVersion = vi.fn()

// Test files of a worker share their modules: the module is loaded anew with the mock, and once more without it.
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
  // Time stands still: what is known stays fresh.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now())
})

afterEach(() => {
  vi.restoreAllMocks()
})

it('is read once for all who ask, by whichever copy of the module, until it is forgotten', async () => {
  getLatestVersion.mockResolvedValueOnce(version(1)).mockResolvedValueOnce(version(2))
  vi.resetModules()
  const copy = await import('./latest-version')
  expect((await latestVersion()).id).toBe(1)
  expect((await copy.latestVersion()).id).toBe(1)
  copy.forgetLatestVersion()
  expect((await latestVersion()).id).toBe(2)
  expect((await copy.latestVersion()).id).toBe(2)
})

it('does not remember what was being read when a load ended', async () => {
  const readMeanwhile = async () => {
    forgetLatestVersion()
    return version(1)
  }
  getLatestVersion.mockImplementationOnce(readMeanwhile).mockResolvedValueOnce(version(2))
  expect((await latestVersion()).id).toBe(1)
  expect((await latestVersion()).id).toBe(2)
})
