import { columnsOf, KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'

/** No header of ours is longer, in bytes. */
const HEADER_MAX = 200

/**
 * What a file holds when PostgreSQL can read it as it is: comma-separated text whose first line is the usual header of a
 * long table, in the usual order. null for any other file. Whether all of it is UTF-8 shows when it is read.
 * @param head the file's first bytes, at least 200 of them where it has so many
 */
export function plainKindOf(head: Uint8Array): ReturnKind | null {
  const text = new TextDecoder().decode(head.subarray(0, HEADER_MAX))
  const end = text.search(/\r\n|\n/)
  const header = end === -1 ? text : text.slice(0, end)
  return KINDS.find((kind) => columnsOf(kind).join() === header) ?? null
}
