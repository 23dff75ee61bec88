/** Stores the bytes of a loaded file, packed, once for each checksum, in the transaction of the load. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { constants, createGzip, gunzip } from 'node:zlib'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { COPY_END, COPY_HEADER } from './binary-copy'
import type { LoadSource } from './load'

const CHUNK_BYTES = 256 * 1024

/** A file packed with gzip, in pieces. */
interface PackedSource {
  /** Of the unpacked bytes, lower-case hexadecimal. */
  sha256: string
  pieces: Uint8Array[]
}

/** Packs a file in threads of Node. A table shrinks to about a third, at the fastest level. */
async function packSource({ sha256, bytes }: Pick<LoadSource, 'sha256' | 'bytes'>): Promise<PackedSource> {
  const gzip = createGzip({ level: constants.Z_BEST_SPEED, chunkSize: CHUNK_BYTES })
  const pieces: Uint8Array[] = []
  await pipeline(Readable.from([bytes]), gzip, async (packed) => {
    for await (const piece of packed) pieces.push(piece)
  })
  return { sha256, pieces }
}

/** A stored file. Older versions of the product stored it unpacked; then `encoding` is null. */
export interface KeptSource {
  sha256: string
  content: Uint8Array
  encoding: 'gzip' | null
}

/** Unpacks a stored file. Returns null when it cannot be unpacked or its checksum differs. */
export async function unpackSource({ sha256, content, encoding }: KeptSource): Promise<Uint8Array | null> {
  const bytes = encoding === null ? content : await promisify(gunzip)(content).catch(nullIfDamaged)
  return bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null
}

function nullIfDamaged(error: NodeJS.ErrnoException): null {
  if (error.code?.startsWith('Z_')) return null
  throw error
}

/** Stores the bytes of a file unless they are stored already. */
export async function keepSource(client: Client, source: Pick<LoadSource, 'sha256' | 'bytes'>): Promise<void> {
  const keep = await beginKeeping(client, source)
  await keep()
}

/**
 * Begins to pack a file, in threads of Node, while its load continues; the returned function stores it, unless its bytes
 * are stored already. COPY takes a file of any size in pieces; a parameter would be in memory three times.
 */
export async function beginKeeping(
  client: Client,
  source: Pick<LoadSource, 'sha256' | 'bytes'>,
): Promise<() => Promise<void>> {
  const { rowCount } = await client.query('select from source_file where sha256 = $1', [source.sha256])
  if (rowCount !== 0) return async () => {}
  const packing = packSource(source)
  return async () => {
    const into = copyFrom('copy source_file (sha256, content, encoding) from stdin with (format binary)')
    await pipeline(Readable.from(binaryRow(await packing)), client.query(into))
  }
}

/** Yields one row of three columns in PostgreSQL's binary format. */
function* binaryRow({ sha256, pieces }: PackedSource): Generator<Uint8Array> {
  yield Buffer.concat([COPY_HEADER, int16(3), ...textField(sha256)])
  yield int32(pieces.reduce((sum, piece) => sum + piece.length, 0))
  yield* pieces
  yield Buffer.concat([...textField('gzip'), COPY_END])
}

function textField(text: string): Uint8Array[] {
  const bytes = Buffer.from(text)
  return [int32(bytes.length), bytes]
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
