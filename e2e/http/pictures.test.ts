import { expect, test } from 'vitest'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { attributesIn, getAnswer, getPage } from './client'

const FACTOR = '/factors/improved-reversal'

for (const path of ['/', '/factors', FACTOR]) {
  test(`the pictures of ${path}, in each size and tone, are SVGs that may be kept for ever`, async () => {
    const { document } = await getPage(path)
    const addresses = new Set([
      ...attributesIn(document, 'picture source', 'srcSet'),
      ...attributesIn(document, 'picture img', 'src'),
    ])
    expect(addresses.size).toBeGreaterThan(10)
    for (const address of sampleOf(`pictures of ${path}`, [...addresses], 16)) {
      const { status, headers } = await getAnswer(address)
      expect(status, address).toBe(200)
      expect(Object.fromEntries(headers), address).toMatchObject({
        'content-type': 'image/svg+xml; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        etag: expect.stringMatching(/^(W\/)?"[\w-]{22}"$/),
        'x-content-type-options': 'nosniff',
      })
    }
  })
}

test('a picture in the cache of the browser is not sent again', async () => {
  const [address = ''] = attributesIn((await getPage(FACTOR)).document, 'picture img', 'src')
  const etag = (await getAnswer(address)).headers.get('etag') ?? ''
  expect((await getAnswer(address, { 'if-none-match': etag })).status).toBe(304)
  expect((await getAnswer(address)).headers.get('etag')).toBe(etag)
})
