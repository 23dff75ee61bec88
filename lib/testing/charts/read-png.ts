import { inflateSync } from 'node:zlib'

/** For tests: returns the size in a PNG's header. */
export function pngSize(png: Buffer): { widthPx: number; heightPx: number } {
  if (png.toString('latin1', 1, 4) !== 'PNG') throw new TypeError('no PNG')
  return { widthPx: png.readUInt32BE(16), heightPx: png.readUInt32BE(20) }
}

/** For tests: counts different bytes of its filtered pixels; a blank sheet has only a few, since its rows repeat. */
export function pngTones(png: Buffer): number {
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return new Set(inflateSync(Buffer.concat(parts))).size
}
