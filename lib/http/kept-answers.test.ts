import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { type Answer, KeptAnswers } from './kept-answers'

const TEXT = Buffer.from('因子 factor '.repeat(1_000))

function page(more: Partial<Answer> = {}): Answer {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: TEXT, ...more }
}

describe('KeptAnswers', () => {
  it('makes an answer once, and gives it in each encoding', async () => {
    const kept = new KeptAnswers(1_000_000)
    const make = vi.fn(async () => page())
    const [br, gzip, plain] = [
      await kept.get('a', 'br', make),
      await kept.get('a', 'gzip', make),
      await kept.get('a', 'identity', make),
    ]
    expect(make).toHaveBeenCalledTimes(1)
    expect([br?.encoding, gzip?.encoding, plain?.encoding]).toEqual(['br', 'gzip', 'identity'])
    expect(brotliDecompressSync(br?.body ?? '').equals(TEXT)).toBe(true)
    expect(gunzipSync(gzip?.body ?? '').equals(TEXT)).toBe(true)
    expect(plain?.body.equals(TEXT)).toBe(true)
    expect(br?.headers).toMatchObject({ vary: 'accept-encoding', etag: expect.stringMatching(/^"[\w-]{22}"$/) })
    expect(gzip?.headers).toEqual(br?.headers)
    expect((await kept.get('a', 'br', make))?.body).toBe(br?.body)
  })

  it('compresses no part of a body, and keeps none', async () => {
    const kept = new KeptAnswers(1_000_000)
    const headers = { 'content-type': 'text/csv', 'content-range': `bytes 0-${TEXT.length - 1}/99999` }
    const make = vi.fn(async () => page({ status: 206, headers }))
    for (let count = 1; count <= 2; count++) {
      const part = await kept.get('a', 'br', make)
      expect([part?.encoding, part?.body.equals(TEXT)]).toEqual(['identity', true])
      expect(make).toHaveBeenCalledTimes(count)
    }
  })

  it('makes another encoding once for all who ask at the same time', async () => {
    const kept = new KeptAnswers(1_000_000)
    await kept.get('a', 'br', async () => page())
    const answers = await Promise.all(Array.from({ length: 5 }, () => kept.get('a', 'gzip', async () => page())))
    expect(new Set(answers.map((answer) => answer?.body)).size).toBe(1)
  })

  it('keeps what is compressed already in one form', async () => {
    const kept = new KeptAnswers(1_000_000)
    const picture = page({ headers: { 'content-type': 'image/png', etag: '"own"' } })
    const make = vi.fn(async () => picture)
    for (const wanted of ['br', 'gzip'] as const) {
      const answer = await kept.get('a', wanted, make)
      expect([answer?.encoding, answer?.body.equals(TEXT), answer?.headers.etag]).toEqual(['identity', true, '"own"'])
    }
    expect(make).toHaveBeenCalledTimes(1)
  })

  it('makes an answer once for simultaneous requests', async () => {
    const kept = new KeptAnswers(1_000_000)
    const make = vi.fn(async () => {
      await sleep(1)
      return page()
    })
    await Promise.all(['br', 'br', 'gzip'].map((wanted) => kept.get('a', wanted as 'br', make)))
    expect(make).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['an error', page({ status: 503 })],
    ['a redirect', page({ status: 307 })],
    ['what may not be stored', page({ headers: { 'cache-control': 'no-store' } })],
    ['what sets a cookie', page({ headers: { 'set-cookie': ['theme=dark'] } })],
    ['an answer that was given up', null],
  ])('does not keep %s: each request makes its own', async (_, answer) => {
    const kept = new KeptAnswers(1_000_000)
    const make = vi.fn(async () => answer)
    const all = await Promise.all([1, 2, 3].map(() => kept.get('a', 'identity', make)))
    expect(all.map((each) => each?.status)).toEqual([1, 2, 3].map(() => answer?.status))
    expect(make).toHaveBeenCalledTimes(3)
    expect(kept.find('a', 'identity')).toBeUndefined()
  })

  it('gives an error to its own request only', async () => {
    const kept = new KeptAnswers(1_000_000)
    const make = vi.fn(async () => page()).mockRejectedValueOnce(new Error('no database'))
    const [first, second] = await Promise.allSettled([kept.get('a', 'br', make), kept.get('a', 'br', make)])
    expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled'])
  })

  it('stays within its bytes, and drops the least recently used', async () => {
    const kept = new KeptAnswers(60_000)
    const random = () => page({ headers: { 'content-type': 'image/png' }, body: randomBytes(20_000) })
    for (const key of ['a', 'b', 'a', 'c', 'd']) await kept.get(key, 'br', async () => random())
    expect(kept.bytes).toBeGreaterThan(40_000)
    expect(kept.bytes).toBeLessThanOrEqual(60_000)
    expect(['a', 'b', 'c', 'd'].filter((key) => kept.find(key, 'br') !== undefined)).toEqual(['c', 'd'])
    await kept.get('large', 'br', async () => page({ headers: {}, body: randomBytes(70_000) }))
    expect(kept.find('large', 'br')).toBeUndefined()
  })

  it('counts each encoding', async () => {
    const kept = new KeptAnswers(1_000_000)
    const [br, gzip] = [await kept.get('a', 'br', async () => page()), await kept.get('a', 'gzip', async () => page())]
    const least = (br?.body.length ?? 0) + (gzip?.body.length ?? 0)
    expect(kept.bytes).toBeGreaterThan(least)
    await kept.get('a', 'identity', async () => page())
    expect(kept.bytes).toBeGreaterThan(least + TEXT.length)
  })

  it('replaces a script of the build by better compressed bytes', async () => {
    const kept = new KeptAnswers(1_000_000)
    const text = Buffer.from(
      Array.from({ length: 2_000 }, (_, index) => `let x${index}=${(index * 7919) % 1013};`).join(''),
    )
    const headers = { 'content-type': 'application/javascript', 'cache-control': 'public, immutable' }
    const first = await kept.get('a', 'br', async () => page({ headers, body: text }))
    const lengthNow = async () => (await kept.find('a', 'br'))?.body.length
    await expect.poll(lengthNow, { timeout: 10_000 }).toBeLessThan(0.97 * (first?.body.length ?? 0))
    expect(brotliDecompressSync((await kept.find('a', 'br'))?.body ?? '').equals(text)).toBe(true)
  })
})
