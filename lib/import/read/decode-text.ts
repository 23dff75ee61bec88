import type { FaultLog } from '@/lib/import/outcome/fault'
import { isPlausibleChinese, likelyEncoding } from './plausible-text'

const LINE_FEED = 0x0a

/**
 * Decodes text without its byte-order mark: UTF-16 if it has that mark, else UTF-8, else GB18030, which contains the
 * GBK of Excel in China. Other encodings decode as GB18030 too: it is believed only when the text is plausible Chinese.
 * Returns null with a fault that names the first bad line when it is none of them.
 */
export function decodeText(bytes: Uint8Array, faults: FaultLog): string | null {
  const [encoding = 'utf-8', ...others] = encodingsOf(bytes)
  const text = tryDecode(bytes, encoding)
  if (text !== null && !text.includes('\0')) return text
  if (text === null && others.length > 0) return decodeGb18030(bytes, faults)
  const remedy = 'Save the file as UTF-8 (in Excel: "CSV UTF-8"); UTF-16 needs a byte-order mark.'
  faults.add({ row: text === null ? firstLineOtherThan(bytes, encoding) : null, rule: 'wrong-encoding', remedy })
  return null
}

function decodeGb18030(bytes: Uint8Array, faults: FaultLog): string | null {
  const text = tryDecode(bytes, 'gb18030')
  if (text !== null && !text.includes('\0') && isPlausibleChinese(text)) return text
  const likely = likelyEncoding(bytes)
  const row = firstLineOtherThan(bytes, 'utf-8', ...(text === null && likely === null ? ['gb18030'] : []))
  const remedy =
    likely === null
      ? 'Save the file as UTF-8 (in Excel: "CSV UTF-8"); UTF-16 needs a byte-order mark.'
      : `The text is probably ${likely}: open the file with that encoding and save it as UTF-8 (in Excel: "CSV UTF-8").`
  faults.add({ row, rule: 'wrong-encoding', remedy })
  return null
}

function encodingsOf(bytes: Uint8Array): string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
  return ['utf-8', 'gb18030']
}

function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Returns the first line that is in none of the encodings. No multi-byte character of UTF-8 or GB18030 contains a line feed. */
function firstLineOtherThan(bytes: Uint8Array, ...labels: string[]): number | null {
  for (let start = 0, line = 1; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(LINE_FEED, start)
    const end = feed === -1 ? bytes.length : feed + 1
    if (labels.every((label) => tryDecode(bytes.subarray(start, end), label) === null)) return line
    start = end
  }
  return null
}
