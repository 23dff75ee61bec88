/** Bytes of a body, counted from 0; `end` is excluded. */
export interface ByteRange {
  start: number
  end: number
}

/**
 * Reads the Range header of a request for a body (RFC 9110, 14.2).
 * @param header such as "bytes=0-499", "bytes=500-" or "bytes=-500"; null without one
 * @param length bytes of the body
 * @returns null when the whole body is to be sent: without a header, with several ranges or with an invalid one;
 * `unsatisfiable` when the range begins after the end
 */
export function parseByteRange(header: string | null, length: number): ByteRange | 'unsatisfiable' | null {
  const { first = '', last = '' } = /^bytes=(?<first>\d*)-(?<last>\d*)$/.exec(header?.trim() ?? '')?.groups ?? {}
  if (first === '' && last === '') return null
  if (first === '') return rangeWithin(Math.max(0, length - Number(last)), length, length)
  const end = last === '' ? length : Number(last) + 1
  return Number(first) >= end && last !== '' ? null : rangeWithin(Number(first), end, length)
}

function rangeWithin(start: number, end: number, length: number): ByteRange | 'unsatisfiable' {
  return start >= length ? 'unsatisfiable' : { start, end: Math.min(end, length) }
}
