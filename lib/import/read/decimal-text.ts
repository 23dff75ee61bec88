const DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i

/**
 * Moves the decimal point of a written number to the right, or to the left for a negative number of places. Works on
 * the text, since 0.0109 × 100 is not 1.09 in binary: ("0.0109", 2) → "1.09".
 * @throws RangeError for text that is not a decimal number
 */
export function shiftPoint(text: string, places: number): string {
  const [, sign, whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(text) ?? []
  if (sign === undefined || whole + fraction === '') throw new RangeError(`"${text}" is not a decimal number.`)
  const digits = whole + fraction
  const point = whole.length + Number(exponent) + places
  // Very small or large numbers keep an exponent instead of hundreds of zeros.
  if (point < -20 || point > 40) return `${sign}${digits}e${point - digits.length}`
  const padded = digits.padEnd(point, '0').padStart(digits.length + Math.max(0, 1 - point), '0')
  const wholeDigits = Math.max(1, point)
  return trimZeros(`${sign}${padded.slice(0, wholeDigits)}.${padded.slice(wholeDigits)}`)
}

function trimZeros(text: string): string {
  return text.replace(/^([+-]?)0+(?=\d)/, '$1').replace(/\.?0*$/, '')
}
