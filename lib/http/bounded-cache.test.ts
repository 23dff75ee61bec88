import { describe, expect, it, vi } from 'vitest'
import { BoundedCache } from './bounded-cache'

const cacheOf = (maxBytes: number) => new BoundedCache<string>((text) => text.length, maxBytes)

describe('BoundedCache', () => {
  it('makes a value once', async () => {
    const make = vi.fn(async () => 'abc')
    const cache = cacheOf(100)
    expect(await cache.get('a', make)).toBe('abc')
    expect(await cache.get('a', make)).toBe('abc')
    expect(make).toHaveBeenCalledTimes(1)
  })

  it('makes a value once for simultaneous requests', async () => {
    const make = vi.fn(async () => 'abc')
    const cache = cacheOf(100)
    await Promise.all([cache.get('a', make), cache.get('a', make)])
    expect(make).toHaveBeenCalledTimes(1)
  })

  it('caches neither null nor a failure', async () => {
    const cache = cacheOf(100)
    expect(await cache.get('a', async () => null)).toBeNull()
    await expect(cache.get('a', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database')
    expect(await cache.get('a', async () => 'now')).toBe('now')
  })

  it('drops the least recently used value', async () => {
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

  it('returns a value that is evicted while it is being made', async () => {
    const cache = cacheOf(3)
    let finish: (value: string) => void = () => undefined
    const slow = cache.get('slow', () => new Promise<string>((resolve) => (finish = resolve)))
    for (const key of ['a', 'b', 'c']) await cache.get(key, async () => 'abc')
    finish('xyz')
    expect(await slow).toBe('xyz')
  })

  it('returns a value larger than the cache without caching it', async () => {
    const cache = cacheOf(3)
    const make = vi.fn(async () => 'abcd')
    expect([await cache.get('a', make), await cache.get('a', make)]).toEqual(['abcd', 'abcd'])
    expect(make).toHaveBeenCalledTimes(2)
  })
})
