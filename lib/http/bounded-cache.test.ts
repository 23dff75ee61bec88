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

  it('gives to all who wait what is being made, also when its place is needed', async () => {
    const cache = cacheOf(3)
    let finish: (value: string) => void = () => undefined
    const slow = cache.get('slow', () => new Promise<string>((resolve) => (finish = resolve)))
    for (const key of ['a', 'b', 'c']) await cache.get(key, async () => 'abc')
    finish('xyz')
    expect(await slow).toBe('xyz')
  })

  it('gives what is larger than the cache, without keeping it', async () => {
    const cache = cacheOf(3)
    const make = vi.fn(async () => 'abcd')
    expect([await cache.get('a', make), await cache.get('a', make)]).toEqual(['abcd', 'abcd'])
    expect(make).toHaveBeenCalledTimes(2)
  })
})
