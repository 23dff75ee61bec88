import { createHash } from 'node:crypto'

/**
 * A set of texts in few bytes, after B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors" (1970): it
 * has every text that was added, and takes a small share of other texts for one of them.
 */
export interface BloomFilter {
  bits: Uint8Array
  /** How many bits stand for a text. */
  hashes: number
}

/** Returns a filter with these texts that is wrong about a share of `errorShare` of all others. */
export function makeFilter(texts: readonly string[], errorShare: number): BloomFilter {
  const perText = -Math.log2(errorShare) / Math.LN2
  const filter = {
    bits: new Uint8Array(Math.ceil((perText * texts.length) / 8)),
    hashes: Math.round(perText * Math.LN2),
  }
  for (const text of texts) {
    for (const bit of bitsOf(text, filter)) filter.bits[bit >> 3] = (filter.bits[bit >> 3] ?? 0) | (1 << (bit & 7))
  }
  return filter
}

export function filterHas(filter: BloomFilter, text: string): boolean {
  return bitsOf(text, filter).every((bit) => ((filter.bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0)
}

/** Returns the bits of a text: two halves of its hash added up, after Kirsch and Mitzenmacher (2006). */
function bitsOf(text: string, { bits, hashes }: BloomFilter): number[] {
  const digest = createHash('sha256').update(text).digest()
  const [one, other] = [digest.readUIntBE(0, 6), digest.readUIntBE(6, 6)]
  return Array.from({ length: hashes }, (_, round) => (one + round * other) % (bits.length * 8))
}
