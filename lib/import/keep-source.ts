/** Keeps the bytes of a loaded file as they were given, once for each checksum; in the load's own transaction. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Execute, LoadSource } from '@/lib/import/load'
import { piecesOf } from '@/lib/import/stage-rows'

type Kept = Pick<LoadSource, 'sha256' | 'bytes'>

/** A small file, on whatever connection. */
export async function keepSource(execute: Execute, { sha256, bytes }: Kept): Promise<void> {
  await execute('insert into source_file (sha256, content) values ($1, $2) on conflict do nothing', [sha256, bytes])
}

/** A file of any size: COPY takes it piece by piece, a parameter would be held three times. */
export async function copySource(client: Client, { sha256, bytes }: Kept): Promise<void> {
  const { rowCount } = await client.query('select from source_file where sha256 = $1', [sha256])
  if (rowCount !== 0) return
  const copy = client.query(copyFrom('copy source_file (sha256, content) from stdin with (format binary)'))
  await pipeline(Readable.from(binaryRow(Buffer.from(sha256), bytes)), copy)
}

/** One row of two columns in PostgreSQL's binary COPY format: a header, the row, the end. */
function* binaryRow(sha256: Uint8Array, content: Uint8Array): Generator<Uint8Array> {
  yield Buffer.concat([COPY_SIGNATURE, int32(0), int32(0), int16(2), int32(sha256.length), sha256])
  yield int32(content.length)
  yield* piecesOf(content)
  yield int16(-1)
}

const COPY_SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')

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
