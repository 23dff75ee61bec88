import { crc32, gunzipSync, inflateRawSync } from 'node:zlib'
import { ArchiveRefusal, refuseBomb, refuseBroken, refuseTruncated } from './archive-refusal'
import { SIZE_LIMITS } from './size-limits'

/** Returns whether the file is gzip, by its first bytes. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** Unpacks gzip. @throws ArchiveRefusal when it is truncated, broken or too large */
export function unpackGzip(bytes: Uint8Array): Uint8Array {
  return guarded(() => gunzipSync(bytes, { maxOutputLength: SIZE_LIMITS.unpackedBytes }))
}

/**
 * Unpacks one member of a ZIP archive.
 * @param size unpacked size in the directory of the archive, bytes; another size is refused
 */
export function unpackMember(packed: Uint8Array, { method, size, crc }: { method: number; size: number; crc: number }) {
  if (method !== 0 && method !== 8) throw refuseBroken()
  const content = method === 0 ? packed : guarded(() => inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }))
  if (content.length !== size || crc32(content) !== crc) throw refuseBroken()
  return content
}

function guarded(unpack: () => Uint8Array): Uint8Array {
  try {
    return unpack()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    if (error.code === 'ERR_BUFFER_TOO_LARGE') throw refuseBomb()
    if (error.code === 'Z_BUF_ERROR') throw refuseTruncated()
    if (String(error.code).startsWith('Z_')) throw refuseBroken()
    throw error instanceof ArchiveRefusal ? error : error
  }
}
