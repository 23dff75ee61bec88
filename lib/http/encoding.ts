import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib'

/** How a body is sent: compressed, or as it is. The first one is the smallest. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Compression of a smaller body saves nothing. */
const COMPRESSED_MIN_BYTES = 500
const COMPRESSIBLE = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml|javascript|manifest)\b|image\/svg\+xml)/

/** Quality 5 of brotli is smaller than gzip in the same time; 11 is smaller by another tenth, in fifty times that. */
const BROTLI_QUALITY = { quick: 5, best: 11 }
const GZIP_LEVEL = 6

/** Returns whether a body of this type and length becomes smaller by compression. */
export function isCompressible(type: string, bytes: number): boolean {
  return bytes >= COMPRESSED_MIN_BYTES && COMPRESSIBLE.test(type)
}

/**
 * Returns the smallest encoding that a client accepts.
 * @param accepted value of accept-encoding: "gzip, br;q=0.5, *;q=0"; without it a body is sent as it is
 */
export function chooseEncoding(accepted: string | undefined): Encoding {
  const qualities = new Map(
    (accepted ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
      const quality = parameters.find((text) => text.startsWith('q='))?.slice(2)
      return [name === 'x-gzip' ? 'gzip' : name, quality === undefined ? 1 : Number(quality)]
    }),
  )
  const isAccepted = (name: Encoding) => Number(qualities.get(name) ?? qualities.get('*')) > 0
  return ENCODINGS.find(isAccepted) ?? 'identity'
}

/** Compresses a body outside the event loop. */
export function encode(plain: Buffer, encoding: Encoding): Promise<Buffer> {
  return CODECS[encoding].encode(plain)
}

/** Compresses a body by brotli at its highest quality, which takes seconds for a long body. */
export function encodeBest(plain: Buffer): Promise<Buffer> {
  return compressBrotliBy(plain, BROTLI_QUALITY.best)
}

/** Returns the body of which these are the compressed bytes. */
export function decode(packed: Buffer, encoding: Encoding): Promise<Buffer> {
  return CODECS[encoding].decode(packed)
}

interface Codec {
  encode(plain: Buffer): Promise<Buffer>
  decode(packed: Buffer): Promise<Buffer>
}

const [compressBrotli, decompressBrotli] = [promisify(brotliCompress), promisify(brotliDecompress)]
const [compressGzip, decompressGzip] = [promisify(gzip), promisify(gunzip)]

const CODECS: Record<Encoding, Codec> = {
  br: {
    encode: (plain) => compressBrotliBy(plain, BROTLI_QUALITY.quick),
    decode: (packed) => decompressBrotli(packed),
  },
  gzip: {
    encode: (plain) => compressGzip(plain, { level: GZIP_LEVEL }),
    decode: (packed) => decompressGzip(packed),
  },
  identity: { encode: async (plain) => plain, decode: async (packed) => packed },
}

function compressBrotliBy(plain: Buffer, quality: number): Promise<Buffer> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
  return compressBrotli(plain, { params: { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_SIZE_HINT]: plain.length } })
}
