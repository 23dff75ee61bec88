import { columnsOf, KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'

/** Maximum length of the header, bytes. */
const HEADER_MAX = 200

/**
 * Returns the kind of a file that PostgreSQL can read as it is: comma-separated text whose first line is the standard
 * header of a long table, in the standard order. Returns null for any other file. Does not check that it is UTF-8.
 * @param head the first bytes of the file, at least 200 unless it is shorter
 */
export function plainKindOf(head: Uint8Array): ReturnKind | null {
  const text = new TextDecoder().decode(head.subarray(0, HEADER_MAX))
  const end = text.search(/\r\n|\n/)
  const header = end === -1 ? text : text.slice(0, end)
  return KINDS.find((kind) => columnsOf(kind).join() === header) ?? null
}
