/** What our server in front of Next keeps: the same bytes in each encoding, revalidated, and never another answer. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { attributesIn, BASE_URL, getPage } from './client'
import { rawRequest } from './raw-request'

/** Bytes of HTML of a week with 14 factors, as it is. */
const WEEK_MAX_BYTES = 430_000

const getAs = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  rawRequest(BASE_URL, { path, headers, method })

async function addressesOfEachKind(): Promise<string[]> {
  const { document } = await getPage('/')
  const [sheet = ''] = attributesIn(document, 'img.chart-window', 'src')
  const [script = ''] = attributesIn(document, 'script[src]', 'src')
  return ['/', '/en/factors?line=drawdown', sheet, script, '/api/v1/summaries.csv', '/weeks/2024-08-30/summary.csv']
}

test('an answer is the same in each encoding, the first time and again', async () => {
  for (const path of await addressesOfEachKind()) {
    for (const turn of ['first', 'again']) {
      const plain = await getAs(path)
      const [br, gzip, refused] = [
        await getAs(path, { 'accept-encoding': 'gzip, deflate, br' }),
        await getAs(path, { 'accept-encoding': 'gzip' }),
        await getAs(path, { 'accept-encoding': 'br;q=0, gzip;q=0' }),
      ]
      const all = [br, gzip, refused, plain]
      expect(
        all.map(({ headers }) => headers['content-encoding']),
        `${path} ${turn}`,
      ).toEqual(['br', 'gzip', undefined, undefined])
      expect(brotliDecompressSync(br.bytes).equals(plain.bytes), path).toBe(true)
      expect(gunzipSync(gzip.bytes).equals(plain.bytes), path).toBe(true)
      expect(refused.bytes.equals(plain.bytes), path).toBe(true)
      for (const { headers, bytes, status } of all) {
        expect([status, headers['content-length']], path).toEqual([200, String(bytes.length)])
        expect(headers.vary, path).toContain('accept-encoding')
      }
    }
  }
})

test('an answer that a client has is not sent again, in whatever encoding, and HEAD gets its headers', async () => {
  for (const path of await addressesOfEachKind()) {
    const { headers } = await getAs(path, { 'accept-encoding': 'br' })
    const etag = String(headers.etag)
    for (const encoding of ['br', 'gzip', 'identity']) {
      const known = await getAs(path, { 'accept-encoding': encoding, 'if-none-match': etag })
      expect([known.status, known.bytes.length, known.headers['cache-control']], path).toEqual([
        304,
        0,
        headers['cache-control'],
      ])
    }
    const head = await getAs(path, { 'accept-encoding': 'br' }, 'HEAD')
    expect([head.status, head.bytes.length, head.headers.etag], path).toEqual([200, 0, etag])
    // A script is compressed once more, better, after it was first sent: the lengths before and after may differ.
    const after = await getAs(path, { 'accept-encoding': 'br' })
    const lengths = [headers, after.headers].map((sent) => sent['content-length'])
    expect(lengths, path).toContain(head.headers['content-length'])
  }
})

test('headers that ask for something else get it, and change no kept page', async () => {
  const { body } = await getAs('/')
  const others: Record<string, string>[] = [
    { rsc: '1' },
    { cookie: 'theme=dark' },
    { cookie: 'theme=dark; theme=light' },
    { 'x-nextjs-data': '1' },
    { 'next-router-prefetch': '1', rsc: '1' },
    { range: 'bytes=0-9' },
  ]
  for (const headers of others) {
    const other = await getAs('/', headers)
    expect(other.status, JSON.stringify(headers)).toBeLessThan(400)
    expect((await getAs('/')).body === body, JSON.stringify(headers)).toBe(true)
  }
  expect((await getAs('/', { cookie: 'theme=dark' })).body).toContain('data-theme="dark"')
  expect(body).toContain('data-theme="auto"')
})

test('a page names the newest data version in a cookie until its reader has it, and its bytes are the same', async () => {
  const first = await getAs('/')
  const [cookie = ''] = String(first.headers['set-cookie']).split(';')
  expect(cookie).toMatch(/^seen=[0-9a-f]{8}\.\d+$/)
  const again = await getAs('/', { cookie })
  expect([again.headers['set-cookie'], again.body === first.body]).toEqual([undefined, true])
  // A later version that this store does not have, and one of another store, keep nobody out.
  for (const other of [`${cookie}99`, 'seen=00000000.99']) {
    const answer = await getAs('/', { cookie: other })
    expect([answer.status, answer.body === first.body, String(answer.headers['set-cookie']).split(';')[0]]).toEqual([
      200,
      true,
      cookie,
    ])
  }
  expect((await getAs('/weeks/2024-08-30/summary.csv')).headers['set-cookie']).toBeUndefined()
})

test('errors and redirects have the same answer each time and are compressed', async () => {
  for (const [path, status] of [
    ['/factors/none', 404],
    ['/weeks/2024-08-28', 307],
    ['/api/v1/factors.json?limit=none', 400],
  ] as const) {
    for (const encoding of ['br', 'identity']) {
      const answer = await getAs(path, { 'accept-encoding': encoding })
      expect(answer.status, path).toBe(status)
      if (answer.bytes.length < 500) continue
      expect(answer.headers['content-encoding'], path).toBe(encoding === 'br' ? 'br' : undefined)
    }
  }
})

test.each(['/', '/en'])('the HTML of %s is light', async (path) => {
  expect((await getAs(path)).bytes.length).toBeLessThan(WEEK_MAX_BYTES)
})
