import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { chooseEncoding, decode, encode, isCompressible } from './encoding'

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['identity', 'identity'],
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['GZIP;Q=0.1', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=0', 'identity'],
  ['gzip;q=0.000, *;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0.5, br;q=0', 'gzip'],
  ['deflate', 'identity'],
  ['gzip;q=nonsense', 'identity'],
])('a client that accepts %j gets %s', (accepted, encoding) => expect(chooseEncoding(accepted)).toBe(encoding))

it.each([
  ['text/html; charset=utf-8', true],
  ['image/svg+xml; charset=utf-8', true],
  ['application/json; charset=utf-8', true],
  ['application/problem+json; charset=utf-8', true],
  ['application/javascript; charset=UTF-8', true],
  ['text/csv; charset=utf-8', true],
  ['image/png', false],
  ['application/pdf', false],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', false],
  ['undefined', false],
])('%s is compressed: %s', (type, isSmaller) => {
  expect(isCompressible(type, 500)).toBe(isSmaller)
  expect(isCompressible(type, 499)).toBe(false)
})

it('compresses and decompresses', async () => {
  const plain = Buffer.from('因子 factor '.repeat(1_000))
  const [br, gzip] = [await encode(plain, 'br'), await encode(plain, 'gzip')]
  expect(brotliDecompressSync(br).equals(plain)).toBe(true)
  expect(gunzipSync(gzip).equals(plain)).toBe(true)
  expect(br.length).toBeLessThan(plain.length / 10)
  expect((await decode(br, 'br')).equals(plain) && (await decode(gzip, 'gzip')).equals(plain)).toBe(true)
  expect(await encode(plain, 'identity')).toBe(plain)
})
