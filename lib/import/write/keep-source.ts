/** Stores the bytes of a loaded file, packed, once for each checksum, in the transaction of the load. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { constants, createGzip, gunzip } from 'node:zlib'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Execute, LoadSource } from './load'

const CHUNK_BYTES = 256 * 1024

/** A file packed with gzip, in pieces. */
export interface PackedSource {
  /** Of the unpacked bytes, lower-case hexadecimal. */
  sha256: string
  pieces: Uint8Array[]
}

/** Packs a file in threads of Node while the load continues. A table shrinks to about a third, at the fastest level. */
export async function packSource({ sha256, bytes }: Pick<LoadSource, 'sha256' | 'bytes'>): Promise<PackedSource> {
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

/** Stores a small file, over any connection. */
export async function keepSource(execute: Execute, { sha256, pieces }: PackedSource): Promise<void> {
  const content = Buffer.concat(pieces)
  await execute(`insert into source_file (sha256, content, encoding) values ($1, $2, 'gzip') on conflict do nothing`, [
    sha256,
    content,
  ])
}

export async function isSourceKept(client: Client, sha256: string): Promise<boolean> {
  const { rowCount } = await client.query('select from source_file where sha256 = $1', [sha256])
  return rowCount !== 0
}

/**
 * Stores a file of any size that is not stored yet. COPY takes it in pieces; a parameter would be in memory three
 * times.
 */
export async function copySource(client: Client, packed: PackedSource): Promise<void> {
  const copy = client.query(copyFrom('copy source_file (sha256, content, encoding) from stdin with (format binary)'))
  await pipeline(Readable.from(binaryRow(packed)), copy)
}

/** Yields one row of three columns in PostgreSQL's binary COPY format: header, row, end. */
function* binaryRow({ sha256, pieces }: PackedSource): Generator<Uint8Array> {
  yield Buffer.concat([COPY_SIGNATURE, int32(0), int32(0), int16(3), ...textField(sha256)])
  yield int32(pieces.reduce((sum, piece) => sum + piece.length, 0))
  yield* pieces
  yield Buffer.concat([...textField('gzip'), int16(-1)])
}

const COPY_SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')

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
