/**
 * Control characters other than tabs and line breaks, and halves of surrogate pairs: the database refuses or changes
 * them, and a terminal interprets them.
 */
const UNWRITABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u
const EACH = new RegExp(UNWRITABLE, 'gu')
const HALF = /\p{Cs}/u

/** Returns the remedy for the first character that cannot be stored; null when all of them can. */
export function refuseUnwritable(text: string): string | null {
  const character = UNWRITABLE.exec(text)?.[0]
  if (character === undefined) return null
  const name = `U+${codeOf(character).toUpperCase()}`
  return HALF.test(character)
    ? `Write the whole character; ${name} is half of one.`
    : `Remove the control character ${name}; only tabs and line breaks are allowed.`
}

/** Escapes such characters of a text as JSON does: "a\u0000". */
export function showUnwritable(text: string): string {
  return text.replace(EACH, (character) => `\\u${codeOf(character)}`)
}

function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0')
}
