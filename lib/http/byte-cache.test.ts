import { describe, expect, it, vi } from 'vitest'
import { ByteCache } from './byte-cache'

const cacheOf = (maxBytes: number) => new ByteCache<string>((text) => text.length, maxBytes)

describe('ByteCache', () => {
  it('makes a value once', async () => {
    const make = vi.fn(async () => 'abc')
    const cache = cacheOf(100)
    expect(await cache.get('a', make)).toBe('abc')
    expect(await cache.get('a', make)).toBe('abc')
    expect(make).toHaveBeenCalledTimes(1)
  })

  it('makes it once for all who ask at the same time', async () => {
    const make = vi.fn(async () => 'abc')
    const cache = cacheOf(100)
    await Promise.all([cache.get('a', make), cache.get('a', make)])
    expect(make).toHaveBeenCalledTimes(1)
  })

  it('does not keep what does not exist yet, nor a failure', async () => {
    const cache = cacheOf(100)
    expect(await cache.get('a', async () => null)).toBeNull()
    await expect(cache.get('a', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database')
    expect(await cache.get('a', async () => 'now')).toBe('now')
  })

  it('lets go of what was asked for longest ago', async () => {
    const cache = cacheOf(6)
    const make = vi.fn(async () => 'abc')
    await cache.get('a', make)
    await cache.get('b', make)
    await cache.get('a', make)
    await cache.get('c', make)
    make.mockClear()
    await cache.get('a', make)
    expect(make).not.toHaveBeenCalled()
    await cache.get('b', make)
    expect(make).toHaveBeenCalledTimes(1)
  })
})
