/**
 * Cleans all texts of a value for typesetting: replaces characters without a shape (control characters, lone
 * surrogates, private use, byte-order marks, zero-width spaces) and bidirectional overrides by a space. Changes nothing
 * else.
 */
export function cleaned<Value>(value: Value): Value {
  return cleanedPart(value) as Value
}

/** Keeps lists of numbers as they are: those of a history have tens of thousands. */
function cleanedPart(part: unknown): unknown {
  if (typeof part === 'string') return cleanText(part)
  if (Array.isArray(part)) return part.every(isNumber) ? part : part.map(cleanedPart)
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([name, own]) => [name, cleanedPart(own)]))
}

function isNumber(part: unknown): boolean {
  return typeof part === 'number' || part === null
}

/** A history has tens of thousands of dates: plain texts are recognised in a third of the time. */
function cleanText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(SHAPELESS, ' ')
}

const PLAIN = /^[ -~]*$/

/** Also matches noncharacters, which neither JSON nor fonts support. */
const SHAPELESS =
  /[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu
