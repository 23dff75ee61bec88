/**
 * Seeded random numbers that are equal on every machine: only integers, sums, products and square roots, since the last
 * digit of a logarithm or an exponential may differ between platforms.
 */

export interface Random {
  /** Uniform on [0, 1). */
  uniform(): number
  /** Mean 0, variance 1, close to normal: the sum of twelve uniforms minus six. */
  normal(): number
  /** Student's t with 5 degrees of freedom, scaled to variance 1: the fat tails of daily returns. */
  studentT(): number
}

/** Creates a stream of random numbers. @param seed any text; another text gives an unrelated stream */
export function createRandom(seed: string): Random {
  const uniform = mulberry32(fnv1a(seed))
  const normal = () => {
    let sum = -6
    for (let draw = 0; draw < 12; draw++) sum += uniform()
    return sum
  }
  const studentT = () => {
    let chiSquare = 0
    for (let degree = 0; degree < 5; degree++) {
      const draw = normal()
      chiSquare += draw * draw
    }
    return normal() * Math.sqrt(3 / chiSquare)
  }
  return { uniform, normal, studentT }
}

/** Mulberry32 by Tommy Ettinger, public domain. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** FNV-1a, 32 bits, over UTF-16 code units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash
}
