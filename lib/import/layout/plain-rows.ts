/** Finds the rows of a plain file, and checks that PostgreSQL reads every byte of them as this program does. */

const LINE_FEED = 0x0a
const RETURN = 0x0d
const COMMA = 0x2c
const DASH = 0x2d
const PLUS = 0x2b
const POINT = 0x2e
const ZERO = 0x30
const NINE = 0x39
const UNDERSCORE = 0x5f
const LOWER_CASE = 0x20
const EXPONENT = 0x65
const DATE_LENGTH = 10
const CODE_LENGTH_MAX = 64

/**
 * Returns the rows below the header of a plain file when each of them is `2024-08-30,code,0.01,-0.02,.003` with the
 * given count of numbers, without spaces, quotation marks, blank lines, percent signs or mixed line ends. Returns null
 * otherwise, or without rows. Checks only the syntax, in one pass over the bytes.
 */
export function plainRows(bytes: Uint8Array, numbers: number): Uint8Array | null {
  const start = bytes.indexOf(LINE_FEED) + 1
  if (start === 0 || start === bytes.length) return null
  const isCrlf = bytes[start - 2] === RETURN
  let at = start
  while (at < bytes.length) {
    const next = endOfRow(bytes, at, numbers, isCrlf)
    if (next === -1) return null
    at = next
  }
  return bytes.subarray(start)
}

/** Returns the offset after the row at `at`; -1 when the row has another syntax. */
function endOfRow(bytes: Uint8Array, at: number, numbers: number, isCrlf: boolean): number {
  let end = endOfCode(bytes, endOfDate(bytes, at))
  for (let count = 0; count < numbers && end !== -1; count += 1) {
    end = bytes[end] === COMMA ? endOfNumber(bytes, end + 1) : -1
  }
  if (end === -1 || end === bytes.length) return end
  if (isCrlf && bytes[end] === RETURN) return bytes[end + 1] === LINE_FEED ? end + 2 : -1
  return !isCrlf && bytes[end] === LINE_FEED ? end + 1 : -1
}

function endOfDate(bytes: Uint8Array, at: number): number {
  for (let offset = 0; offset < DATE_LENGTH; offset += 1) {
    const isValid = offset === 4 || offset === 7 ? bytes[at + offset] === DASH : isDigit(bytes[at + offset])
    if (!isValid) return -1
  }
  return at + DATE_LENGTH
}

function endOfCode(bytes: Uint8Array, at: number): number {
  if (at === -1 || bytes[at] !== COMMA) return -1
  let end = at + 1
  while (isOfCode(bytes[end])) end += 1
  const length = end - at - 1
  return length > 0 && length <= CODE_LENGTH_MAX ? end : -1
}

/** Returns the end of a number with optional sign, point and exponent, as parse-return.ts accepts it; -1 otherwise. */
function endOfNumber(bytes: Uint8Array, at: number): number {
  let end = isSign(bytes[at]) ? at + 1 : at
  const whole = endOfDigits(bytes, end)
  const hasPoint = bytes[whole] === POINT
  const fraction = hasPoint ? endOfDigits(bytes, whole + 1) : whole
  if (fraction - end - (hasPoint ? 1 : 0) === 0) return -1
  end = fraction
  if (!isExponent(bytes[end])) return end
  const power = isSign(bytes[end + 1]) ? end + 2 : end + 1
  end = endOfDigits(bytes, power)
  return end === power ? -1 : end
}

function endOfDigits(bytes: Uint8Array, at: number): number {
  let end = at
  while (isDigit(bytes[end])) end += 1
  return end
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE
}

function isExponent(byte: number | undefined): boolean {
  return byte !== undefined && (byte | LOWER_CASE) === EXPONENT
}

function isSign(byte: number | undefined): boolean {
  return byte === DASH || byte === PLUS
}

function isOfCode(byte: number | undefined): boolean {
  if (byte === undefined) return false
  const letter = byte | LOWER_CASE
  return isDigit(byte) || (letter >= 0x61 && letter <= 0x7a) || byte === DASH || byte === POINT || byte === UNDERSCORE
}
