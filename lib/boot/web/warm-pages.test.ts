import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchVersions } from './warm-pages'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

it('warms each version once, when no other follows at once', async () => {
  const versions = ['1', '1', '1', '2', '3', '3', '3']
  const warmed: string[] = []
  let newest = ''
  const stop = watchVersions(
    async () => {
      newest = versions.shift() ?? '3'
      return newest
    },
    async () => {
      warmed.push(newest)
    },
  )
  await vi.advanceTimersByTimeAsync(10_000)
  stop()
  expect(warmed).toEqual(['1', '3'])
})

it('waits while the database does not answer, and goes on', async () => {
  const warm = vi.fn(async () => undefined)
  const newest = vi.fn(async () => '1').mockRejectedValueOnce(new Error('no database'))
  const stop = watchVersions(newest, warm)
  await vi.advanceTimersByTimeAsync(5_000)
  stop()
  expect(warm).toHaveBeenCalledTimes(1)
})
