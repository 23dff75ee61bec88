/**
 * Any value with its texts made fit for setting: what has no shape of its own (control characters,
 * lone surrogates, private use, byte order marks, zero-width spaces) or turns its neighbours round (bidirectional overrides)
 * made a space. Everything else stays as it was given.
 */
export function cleaned<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? cleanText(part) : part)))
}

function cleanText(text: string): string {
  return text.replace(SHAPELESS, ' ')
}

/** Noncharacters too, which neither JSON nor a font can say anything about. */
const SHAPELESS =
  /[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu
