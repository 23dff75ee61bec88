import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipMember {
  name: string
  content: string | Uint8Array
  /** Wrong values for the directory of the archive. */
  claims?: { size?: number; crc?: number; flags?: number; method?: number }
}

/** Writes a small ZIP archive, with a correct or a wrong directory. */
export function writeZip(members: ZipMember[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const member of members) {
    const { header, name, packed } = describe(member)
    const local = Buffer.concat([uint32(0x04034b50), header, name, packed])
    const central = Buffer.concat([uint32(0x02014b50), uint16(20), header, Buffer.alloc(10), uint32(offset), name])
    locals.push(local)
    directory.push(central)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  const counts = [uint16(0), uint16(0), uint16(members.length), uint16(members.length)]
  const end = [uint32(0x06054b50), ...counts, uint32(index.length), uint32(offset), uint16(0)]
  return new Uint8Array(Buffer.concat([...locals, index, ...end]))
}

function describe({ name, content, claims = {} }: ZipMember) {
  const bytes = Buffer.from(content)
  const packed = deflateRawSync(bytes)
  const { size = bytes.length, crc = crc32(bytes), flags = 0, method = 8 } = claims
  const fields = [
    uint16(20),
    uint16(flags),
    uint16(method),
    uint32(0),
    uint32(crc),
    uint32(packed.length),
    uint32(size),
  ]
  const encoded = Buffer.from(name)
  return { header: Buffer.concat([...fields, uint16(encoded.length), uint16(0)]), name: encoded, packed }
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
