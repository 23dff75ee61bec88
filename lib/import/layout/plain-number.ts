const PLUS = 0x2b
const DASH = 0x2d
const POINT = 0x2e
export const ZERO = 0x30
const NINE = 0x39
const LOWER_CASE = 0x20
const EXPONENT = 0x65

/** The powers of ten that a double holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`))

/**
 * Reads a number with optional sign, point and exponent, as parse-return.ts accepts it, into `column[row]`: the double
 * nearest to its text. Returns the offset after it; -1 for another syntax, and for a number that is too large for a
 * double, or too small for one other than zero.
 */
export function readPlainNumber(bytes: Buffer, at: number, column: Float64Array, row: number): number {
  const start = isSign(bytes[at]) ? at + 1 : at
  let end = start
  let digits = 0
  let point = -1
  for (let byte = bytes[end]; byte !== undefined; end += 1, byte = bytes[end]) {
    if (byte >= ZERO && byte <= NINE) digits = digits * 10 + (byte - ZERO)
    else if (byte === POINT && point === -1) point = end
    else break
  }
  const decimals = point === -1 ? 0 : end - point - 1
  if (end - start === (point === -1 ? 0 : 1)) return -1
  const last = endOfExponent(bytes, end)
  if (last === -1) return -1
  const power = last === end ? POWERS[decimals] : undefined
  // Both are exact then, and the quotient of two doubles is the double nearest to it: W. D. Clinger, How to read floating
  // point numbers accurately (1990).
  const size =
    power !== undefined && digits <= Number.MAX_SAFE_INTEGER
      ? digits / power
      : Number(bytes.toString('latin1', start, last))
  if (size === Number.POSITIVE_INFINITY || (size === 0 && digits > 0)) return -1
  column[row] = bytes[at] === DASH ? -size : size
  return last
}

/** Returns the offset after an exponent, or `at` where there is none; -1 for one without digits. */
function endOfExponent(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined || (byte | LOWER_CASE) !== EXPONENT) return at
  const start = isSign(bytes[at + 1]) ? at + 2 : at + 1
  let end = start
  while (isDigit(bytes[end])) end += 1
  return end === start ? -1 : end
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE
}

function isSign(byte: number | undefined): boolean {
  return byte === DASH || byte === PLUS
}
