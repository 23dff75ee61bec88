/** Characters and their two bytes, from the platform's decoder, since there is no encoder. */
const CODES = new Map<string, [number, number]>()

/** Encodes text as GBK, like Excel in China. Throws a RangeError for a character that GBK does not have. */
export function encodeGbk(text: string): Uint8Array {
  if (CODES.size === 0) listCodes()
  const bytes = Array.from(text).flatMap((character) => {
    const code = character.charCodeAt(0)
    const pair = code < 0x80 ? [code] : CODES.get(character)
    if (pair === undefined) throw new RangeError(`GBK has no "${character}".`)
    return pair
  })
  return Uint8Array.from(bytes)
}

function listCodes(): void {
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && character !== '\uFFFD') CODES.set(character, [lead, trail])
    }
  }
}
