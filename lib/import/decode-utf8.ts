import type { FaultLog } from '@/lib/import/fault'

const LINE_FEED = 0x0a

/** The text without its byte-order mark; null and a fault that names the first bad line when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array, faults: FaultLog): string | null {
  const text = tryDecode(bytes)
  if (text === null) {
    const remedy = 'Save the file as UTF-8 (in Excel: "CSV UTF-8").'
    faults.add({ row: firstBadLine(bytes), rule: 'not-utf8', remedy })
  }
  return text
}

function tryDecode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** No byte of a multi-byte character is a line feed, so lines can be decoded one by one. */
function firstBadLine(bytes: Uint8Array): number | null {
  for (let start = 0, line = 1; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(LINE_FEED, start)
    const end = feed === -1 ? bytes.length : feed + 1
    if (tryDecode(bytes.subarray(start, end)) === null) return line
    start = end
  }
  return null
}
