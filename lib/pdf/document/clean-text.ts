/**
 * Cleans all texts of a value for typesetting: replaces characters without a shape (control characters, lone
 * surrogates, private use, byte-order marks, zero-width spaces) and bidirectional overrides by a space. Changes nothing
 * else.
 */
export function cleaned<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? cleanText(part) : part)))
}

function cleanText(text: string): string {
  return text.replace(SHAPELESS, ' ')
}

/** Also matches noncharacters, which neither JSON nor fonts support. */
const SHAPELESS =
  /[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu
