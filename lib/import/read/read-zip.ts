import { ArchiveRefusal, refuseBomb, refuseBroken, refuseTruncated } from './archive-refusal'
import { SIZE_LIMITS } from './size-limits'
import { unpackMember } from './unpack'

/** A ZIP archive in memory. Each member is unpacked when it is read. */
export interface ZipArchive {
  names: string[]
  /** Returns the content of a member; null when there is none of that name. Throws ArchiveRefusal. */
  read(name: string): Uint8Array | null
}

interface Member {
  method: number
  crc: number
  packedSize: number
  size: number
  offset: number
}

const END = { signature: 0x06054b50, size: 22, commentMax: 65_535 }
const DIRECTORY = { signature: 0x02014b50, size: 46 }
const LOCAL = { signature: 0x04034b50, size: 30 }
const IN_ZIP64 = 0xffff_ffff
const ENCRYPTED = 1

/** Returns whether the file is a ZIP archive, by its first bytes. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6)
  )
}

/** Reads the directory of an archive. Throws ArchiveRefusal when it is truncated, broken, encrypted or too large. */
export function openZip(bytes: Uint8Array): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const members = readDirectory(bytes, view)
  let unpacked = 0
  const read = (name: string) => {
    const member = members.get(name)
    if (member === undefined) return null
    unpacked += member.size
    if (unpacked > SIZE_LIMITS.unpackedBytes) throw refuseBomb()
    return unpackMember(packedBytes(bytes, view, member), member)
  }
  return { names: [...members.keys()], read }
}

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, Member> {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const members = new Map<string, Member>()
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let index = 0; index < count; index++) {
    if (at + DIRECTORY.size > bytes.length || view.getUint32(at, true) !== DIRECTORY.signature) throw refuseBroken()
    if (view.getUint16(at + 8, true) & ENCRYPTED) {
      throw new ArchiveRefusal('password-protected', 'Save the file without a password.')
    }
    const nameEnd = at + DIRECTORY.size + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    if (extraEnd > bytes.length) throw refuseTruncated()
    const name = new TextDecoder().decode(bytes.subarray(at + DIRECTORY.size, nameEnd))
    const member = readMember(view, at, { from: nameEnd, to: extraEnd })
    total += member.size
    if (total > SIZE_LIMITS.unpackedBytes) throw refuseBomb()
    members.set(name.replaceAll('\\', '/').replace(/^\//, ''), member)
    at = extraEnd + view.getUint16(at + 32, true)
  }
  return members
}

function readMember(view: DataView, at: number, extra: { from: number; to: number }): Member {
  const long = zip64Fields(view, extra)
  const field = (fieldOffset: number) => {
    const short = view.getUint32(at + fieldOffset, true)
    if (short !== IN_ZIP64) return short
    const value = long.shift()
    if (value === undefined) throw refuseBroken()
    return value
  }
  // The order of the extra field of a large archive, which holds only the values that do not fit into 32 bits.
  const size = field(24)
  const packedSize = field(20)
  const offset = field(42)
  return { method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), packedSize, size, offset }
}

function zip64Fields(view: DataView, { from, to }: { from: number; to: number }): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    const count = Math.floor(Math.min(view.getUint16(at + 2, true), to - at - 4) / 8)
    return Array.from({ length: count }, (_, index) => Number(view.getBigUint64(at + 4 + index * 8, true)))
  }
  return []
}

/** Finds the end of the directory, from the end of the file, since a comment of any text may follow it. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END.size
  for (let at = last; at >= Math.max(0, last - END.commentMax); at--) {
    if (view.getUint32(at, true) === END.signature) return at
  }
  throw refuseTruncated()
}

function packedBytes(bytes: Uint8Array, view: DataView, { offset, packedSize }: Member): Uint8Array {
  if (offset + LOCAL.size > bytes.length || view.getUint32(offset, true) !== LOCAL.signature) throw refuseBroken()
  const start = offset + LOCAL.size + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packedSize > bytes.length) throw refuseTruncated()
  return bytes.subarray(start, start + packedSize)
}
